package org.ehcexchange.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// Which commissioner answers, read from files as an engineer writes them.
class CommissionerTests {

    private static final OrganisationCode HOME = new OrganisationCode("LA:998");
    private static final OrganisationCode PRACTICE = new OrganisationCode("ODS:Z98001");
    private static final LocalDate BEFORE = LocalDate.of(2026, 3, 31);
    private static final LocalDate AFTER = LocalDate.of(2026, 4, 1);

    @TempDir Path temp;

    private Folders folder() {
        return new Folders(temp).inDemo();
    }

    private static String board(String code, String... lines) {
        return "code: %s%nname: Board%nroles: [health-commissioner]%nchannel: {type: fhir-poll}%n%s%n"
                .formatted(code, String.join(System.lineSeparator(), lines));
    }

    private static List<String> commissioners(
            Directory directory, @Nullable OrganisationCode practice, LocalDate day) {
        return switch (directory.commissionerOf(HOME, practice, day)) {
            case Commissioner.One one -> List.of(one.organisation().code().value());
            case Commissioner.Several several ->
                    several.among().stream().map(board -> board.code().value()).toList();
            case Commissioner.Nobody nobody -> List.of(nobody.why());
        };
    }

    @Test
    void isTheOneThatServesTheAuthorityOnTheDay() {
        Directory directory =
                folder().write(
                                "a.yaml",
                                board("ODS:QN1", "serves: {code: LA:998, until: 2026-04-01}"))
                        .write(
                                "b.yaml",
                                board("ODS:QM1", "serves: [{code: LA:998, from: 2026-04-01}]"))
                        .open();

        assertThat(commissioners(directory, null, BEFORE)).containsExactly("ODS:QN1");
        assertThat(commissioners(directory, null, AFTER)).containsExactly("ODS:QM1");
    }

    @Test
    void isAChoiceWhereTwoServeOneAuthorityUntilThePracticeDecides() {
        Directory directory =
                folder().write("a.yaml", board("ODS:QN1", "serves: [LA:998, ODS:Z98001]"))
                        .write("b.yaml", board("ODS:QM1", "serves: [LA:998]"))
                        .open();

        assertThat(commissioners(directory, null, AFTER)).containsExactly("ODS:QM1", "ODS:QN1");
        assertThat(commissioners(directory, PRACTICE, AFTER)).containsExactly("ODS:QN1");
    }

    @Test
    void isNobodyForAPracticeThatNoCommissionerLists() {
        Directory directory = folder().write("a.yaml", board("ODS:QN1", "serves: LA:998")).open();

        assertThat(commissioners(directory, PRACTICE, AFTER))
                .containsExactly(
                        "no health commissioner serves the practice ODS:Z98001 on 2026-04-01: add"
                                + " it to 'serves' in its commissioner's file");
    }

    @Test
    void isNobodyForAnAuthorityThatNoCommissionerLists() {
        assertThat(commissioners(folder().open(), null, AFTER))
                .containsExactly(
                        "no health commissioner serves LA:998 on 2026-04-01: add it to 'serves' in"
                                + " its commissioner's file");
    }

    @Test
    void isTheSuccessorOfAClosedOneThatClaimsNothingItself() {
        Directory directory =
                folder().write(
                                "a.yaml",
                                board(
                                        "ODS:QN1",
                                        "serves: [LA:998, ODS:Z98001]",
                                        "closes-on: 2026-04-01",
                                        "successors: [ODS:QM1]"))
                        .write("b.yaml", board("ODS:QM1"))
                        .open();

        assertThat(commissioners(directory, null, BEFORE)).containsExactly("ODS:QN1");
        assertThat(commissioners(directory, null, AFTER)).containsExactly("ODS:QM1");
        assertThat(commissioners(directory, PRACTICE, AFTER)).containsExactly("ODS:QM1");
    }

    @Test
    void isAChoiceAfterASplitUntilOneOfThemClaimsTheAuthority() {
        Folders folder =
                folder().write(
                                "a.yaml",
                                board(
                                        "ODS:QN1",
                                        "serves: LA:998",
                                        "closes-on: 2026-04-01",
                                        "successors: [ODS:QE1, ODS:QW1]"))
                        .write("e.yaml", board("ODS:QE1"))
                        .write("w.yaml", board("ODS:QW1"));

        assertThat(commissioners(folder.open(), null, AFTER)).containsExactly("ODS:QE1", "ODS:QW1");

        folder.write("w.yaml", board("ODS:QW1", "serves: LA:998"));
        assertThat(commissioners(folder.open(), null, AFTER)).containsExactly("ODS:QW1");
    }

    @Test
    void staysWhenTheAuthorityItselfIsSucceeded() {
        String closed = "closes-on: 2026-04-01\nsuccessors: [LA:996]\n";
        Directory directory =
                folder().write("home.yaml", Folders.HOME + closed)
                        .write("new.yaml", Folders.HOME.replace("998", "996"))
                        .write("a.yaml", board("ODS:QN1", "serves: LA:998"))
                        .write(
                                "c.yaml",
                                """
                                code: SVC:northshire-csc
                                name: Children's social care
                                roles: [social-care]
                                belongs-to: LA:998
                                channel: {type: canonical-pull}
                                """)
                        .open();

        assertThat(commissioners(directory, null, AFTER)).containsExactly("ODS:QN1");
        assertThat(directory.servicesOf(new OrganisationCode("LA:996"), Role.SOCIAL_CARE, AFTER))
                .extracting(service -> service.code().value())
                .containsExactly("SVC:northshire-csc");
    }
}
