package org.ehcexchange.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Who stands for a body that closed.
class SuccessionTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2022, 6, 30);
    private static final LocalDate NEXT_DAY = LocalDate.of(2022, 7, 1);
    private static final LocalDate MUCH_LATER = LocalDate.of(2026, 4, 1);

    private static Organisation open(String code) {
        return organisation(code, null);
    }

    private static Organisation opening(String code, LocalDate on) {
        return new Organisation(
                new OrganisationCode(code),
                "Body " + code,
                Set.of(Role.HEALTH_COMMISSIONER),
                null,
                on,
                null,
                List.of(),
                new Channel.FhirPoll(),
                null);
    }

    private static Organisation closed(String code, LocalDate on, String... successors) {
        return organisation(code, on, successors);
    }

    private static Organisation organisation(
            String code, @Nullable LocalDate closesOn, String... successors) {
        return new Organisation(
                new OrganisationCode(code),
                "Body " + code,
                Set.of(Role.HEALTH_COMMISSIONER),
                null,
                null,
                closesOn,
                Arrays.stream(successors).map(OrganisationCode::new).toList(),
                new Channel.FhirPoll(),
                null);
    }

    private static Current current(LocalDate day, String code, Organisation... organisations) {
        return Directory.of(List.of(organisations)).current(new OrganisationCode(code), day);
    }

    private static List<OrganisationCode> codes(String... codes) {
        return Arrays.stream(codes).map(OrganisationCode::new).toList();
    }

    @Test
    void isItselfToTheEndOfItsLastDay() {
        Organisation ccg = closed("ODS:01N", NEXT_DAY, "ODS:QN1");
        Organisation board = open("ODS:QN1");

        assertThat(current(LAST_DAY, "ODS:01N", ccg, board)).isEqualTo(new Current.Open(ccg));
        assertThat(current(NEXT_DAY, "ODS:01N", ccg, board))
                .isEqualTo(new Current.Succeeded(board, List.of(ccg)));
    }

    @Test
    void followsAChainAndNamesItsLinks() {
        Organisation last = open("ODS:QZ9");
        assertThat(
                        current(
                                MUCH_LATER,
                                "ODS:01N",
                                closed("ODS:01N", NEXT_DAY, "ODS:QN1"),
                                closed("ODS:QN1", MUCH_LATER, "ODS:QZ9"),
                                last))
                .isInstanceOfSatisfying(
                        Current.Succeeded.class,
                        succeeded -> {
                            assertThat(succeeded.organisation()).isEqualTo(last);
                            assertThat(succeeded.why())
                                    .isEqualTo(
                                            "ODS:01N closed on 2022-07-01, ODS:QN1 closed on"
                                                    + " 2026-04-01; sent to its successor ODS:QZ9");
                        });
    }

    @Test
    void leavesASplitToAPerson() {
        Organisation closed = closed("ODS:01N", NEXT_DAY, "ODS:QE1", "ODS:QW1");
        Organisation east = open("ODS:QE1");
        Organisation west = open("ODS:QW1");
        Current.Choice choice = new Current.Choice(closed, List.of(east, west));

        assertThat(current(NEXT_DAY, "ODS:01N", closed, east, west)).isEqualTo(choice);
        assertThat(choice.why())
                .isEqualTo(
                        "ODS:01N closed on 2022-07-01 and was split; a person must choose between"
                                + " its successors");
        assertThat(choice.remedy()).endsWith("ODS:QE1 (Body ODS:QE1), ODS:QW1 (Body ODS:QW1)");
    }

    @Test
    void leavesASplitToAPersonWhenOneHalfEndedWithoutSuccessor() {
        Organisation closed = closed("ODS:01N", NEXT_DAY, "ODS:QE1", "ODS:QW1");
        Organisation east = open("ODS:QE1");
        assertThat(current(MUCH_LATER, "ODS:01N", closed, east, closed("ODS:QW1", MUCH_LATER)))
                .isEqualTo(new Current.Choice(closed, List.of(east)));
    }

    @Test
    void isOneSuccessorAgainWhenASplitWasMerged() {
        Organisation merged = open("ODS:QM1");
        assertThat(
                        current(
                                MUCH_LATER,
                                "ODS:01N",
                                closed("ODS:01N", NEXT_DAY, "ODS:QE1", "ODS:QW1"),
                                closed("ODS:QE1", MUCH_LATER, "ODS:QM1"),
                                closed("ODS:QW1", MUCH_LATER, "ODS:QM1"),
                                merged))
                .isInstanceOfSatisfying(
                        Current.Succeeded.class,
                        succeeded -> assertThat(succeeded.organisation()).isEqualTo(merged));
    }

    @Test
    void isNobodyWhenItClosedWithoutSuccessor() {
        assertThat(why(NEXT_DAY, "ODS:01N", closed("ODS:01N", NEXT_DAY)))
                .isEqualTo(
                        "ODS:01N closed on 2022-07-01 and has no open successor: send it to the"
                                + " body that has taken over its duties");
    }

    @Test
    void isNobodyWhenAllThatSucceededItAreClosedAndNamesThem() {
        assertThat(
                        why(
                                MUCH_LATER,
                                "ODS:01N",
                                closed("ODS:01N", NEXT_DAY, "ODS:QN1"),
                                closed("ODS:QN1", MUCH_LATER)))
                .isEqualTo(
                        "ODS:01N closed on 2022-07-01 and has no open successor: send it to the"
                                + " body that is responsible now; not open on 2026-04-01: ODS:QN1"
                                + " (Body ODS:QN1)");
    }

    @Test
    void isNobodyBeforeItOpensAndNamesWhoIsThereUntilThen() {
        Organisation ccg = closed("ODS:01N", NEXT_DAY, "ODS:QN1");

        assertThat(why(LAST_DAY, "ODS:QN1", opening("ODS:QN1", NEXT_DAY)))
                .isEqualTo(
                        "ODS:QN1 does not open before 2022-07-01: send it from that day on, or to"
                                + " the body that is responsible today");
        assertThat(why(LAST_DAY, "ODS:QN1", opening("ODS:QN1", NEXT_DAY), ccg))
                .endsWith("until then send it to ODS:01N (Body ODS:01N)");
    }

    @Test
    void isNobodyBetweenTheLastDayAndTheSuccessorsFirst() {
        assertThat(
                        current(
                                NEXT_DAY,
                                "ODS:01N",
                                closed("ODS:01N", NEXT_DAY, "ODS:QN1"),
                                opening("ODS:QN1", MUCH_LATER)))
                .isInstanceOf(Current.Nobody.class);
    }

    @Test
    void isNobodyWhenTheDirectoryDoesNotKnowIt() {
        assertThat(why(NEXT_DAY, "ODS:XX1")).startsWith("ODS:XX1 is not in the directory: ");
    }

    @Test
    void standsForWholeChainsButNotForHalfOfASplit() {
        Directory directory =
                Directory.of(
                        List.of(
                                closed("ODS:01N", NEXT_DAY, "ODS:QN1"),
                                closed("ODS:QN1", MUCH_LATER, "ODS:QZ9"),
                                closed("ODS:01S", NEXT_DAY, "ODS:QZ9", "ODS:QW1"),
                                open("ODS:QZ9"),
                                open("ODS:QW1")));

        assertThat(directory.standsFor(new OrganisationCode("ODS:QZ9"), MUCH_LATER))
                .containsExactlyInAnyOrderElementsOf(codes("ODS:01N", "ODS:QN1", "ODS:QZ9"));
        assertThat(directory.standsFor(new OrganisationCode("ODS:QN1"), NEXT_DAY))
                .containsExactlyInAnyOrderElementsOf(codes("ODS:01N", "ODS:QN1"));
        assertThat(directory.standsFor(new OrganisationCode("ODS:QW1"), MUCH_LATER))
                .containsExactlyElementsOf(codes("ODS:QW1"));
    }

    private static String why(LocalDate day, String code, Organisation... organisations) {
        return switch (current(day, code, organisations)) {
            case Current.Nobody nobody -> nobody.why() + ": " + nobody.remedy();
            case Current.Open open -> "open";
            case Current.Succeeded succeeded -> succeeded.why();
            case Current.Choice choice -> choice.why();
        };
    }
}
