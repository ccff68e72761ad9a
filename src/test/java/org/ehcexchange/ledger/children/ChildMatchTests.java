package org.ehcexchange.ledger.children;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.Upn;
import org.ehcexchange.running.Messages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// When an answer is about the child that was asked about.
class ChildMatchTests {

    private static final LocalDate BORN = LocalDate.of(2016, 4, 2);
    private static final Upn ONE = new Upn("A950000178301");
    private static final Upn OTHER = new Upn("P950000178302");

    @Test
    void namesEveryFieldThatDiffersAndNoValue() {
        Child child = Messages.child(5, "Plover", BORN.plusDays(1));
        assertThat(ChildMatch.differences(known("9990000018", null), child))
                .containsExactly("NHS number", "date of birth", "family name");
    }

    @Test
    void leavesANumberAsideThatOnlyOneSideKnows() {
        Child child = Messages.child(5, "Sandpiper", BORN);
        assertThat(ChildMatch.differences(known(null, ONE), child)).isEmpty();
        assertThat(ChildMatch.differences(known("9990000018", ONE), child.withoutNhsNumber()))
                .isEmpty();
    }

    @Test
    void tellsTwinsAtOneSchoolApartByTheirUpns() {
        assertThat(ChildMatch.differences(known("9990000018", ONE), pupil(OTHER)))
                .containsExactly("UPN");
        assertThat(ChildMatch.differences(known("9990000018", ONE), pupil(ONE))).isEmpty();
    }

    @Test
    void doesNotMindANewUpnWhereTheNhsNumberSaysWhoItIs() {
        Child child =
                new Child(
                        "C-1",
                        Messages.nhsNumber(5),
                        OTHER,
                        "Sandpiper",
                        List.of("Robin"),
                        BORN,
                        null,
                        null,
                        false);
        assertThat(ChildMatch.differences(known(Messages.nhsNumber(5).value(), ONE), child))
                .isEmpty();
    }

    private static Child pupil(Upn upn) {
        return new Child("C-1", null, upn, "Sandpiper", List.of("Robin"), BORN, null, null, false);
    }

    private static ChildMatch.Known known(@Nullable String nhsNumber, @Nullable Upn upn) {
        return new ChildMatch.Known(
                1,
                nhsNumber,
                upn == null ? null : upn.value(),
                FamilyNames.key("Sandpiper"),
                BORN,
                Set.of(),
                false,
                null);
    }
}
