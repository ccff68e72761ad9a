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

    private static Organisation closed(String code, LocalDate on, String... successors) {
        return organisation(code, on, successors);
    }

    private static Organisation organisation(
            String code, @Nullable LocalDate closesOn, String... successors) {
        return new Organisation(
                new OrganisationCode(code),
                code,
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
                .isEqualTo(new Current.Succeeded(board, codes("ODS:01N")));
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
                .isEqualTo(new Current.Succeeded(last, codes("ODS:01N", "ODS:QN1")));
    }

    @Test
    void leavesASplitToAPerson() {
        Organisation east = open("ODS:QE1");
        Organisation west = open("ODS:QW1");
        assertThat(
                        current(
                                NEXT_DAY,
                                "ODS:01N",
                                closed("ODS:01N", NEXT_DAY, "ODS:QE1", "ODS:QW1"),
                                east,
                                west))
                .isEqualTo(new Current.Choice(List.of(east, west)));
    }

    @Test
    void leavesASplitToAPersonWhenOneHalfEndedWithoutSuccessor() {
        Organisation east = open("ODS:QE1");
        assertThat(
                        current(
                                MUCH_LATER,
                                "ODS:01N",
                                closed("ODS:01N", NEXT_DAY, "ODS:QE1", "ODS:QW1"),
                                east,
                                closed("ODS:QW1", MUCH_LATER)))
                .isEqualTo(new Current.Choice(List.of(east)));
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
        assertThat(current(NEXT_DAY, "ODS:01N", closed("ODS:01N", NEXT_DAY)))
                .isEqualTo(
                        new Current.Nobody(
                                "ODS:01N closed on 2022-07-01 and has no open successor"));
    }

    @Test
    void isNobodyBeforeItOpens() {
        Organisation board =
                new Organisation(
                        new OrganisationCode("ODS:QN1"),
                        "Board",
                        Set.of(Role.HEALTH_COMMISSIONER),
                        "QN1",
                        NEXT_DAY,
                        null,
                        List.of(),
                        new Channel.FhirPoll(),
                        null);
        assertThat(current(LAST_DAY, "ODS:QN1", board))
                .isEqualTo(new Current.Nobody("ODS:QN1 does not open before 2022-07-01"));
    }

    @Test
    void isNobodyWhenTheDirectoryDoesNotKnowIt() {
        assertThat(current(NEXT_DAY, "ODS:XX1"))
                .isEqualTo(new Current.Nobody("ODS:XX1 is not an organisation of the directory"));
    }
}
