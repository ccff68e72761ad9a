package org.ehcexchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.running.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.Locale;

/// When two records are of one child.
class ChildMatchTests {

    private static final LocalDate BORN = LocalDate.of(2016, 4, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sandpiper | SANDPIPER",
                "O'Neill | ONeill",
                "O’Neill | O'NEILL",
                "Zoë | Zoe",
                "Smith-Jones | Jones Smith",
                "Ní Bhriain | ni bhriain"
            })
    void takesTwoSpellingsForOneName(String one, String other) {
        assertThat(ChildMatch.familyNameKey(one)).isEqualTo(ChildMatch.familyNameKey(other));
    }

    @ParameterizedTest
    @CsvSource({"Sandpiper, Sandpipe", "Smith-Jones, Smith", "Neill, O Neill"})
    void tellsNamesApart(String one, String other) {
        assertThat(ChildMatch.familyNameKey(one)).isNotEqualTo(ChildMatch.familyNameKey(other));
    }

    @Property
    void doesNotMindCaseOrOrder(
            @ForAll @AlphaChars @StringLength(min = 1, max = 12) String one,
            @ForAll @AlphaChars @StringLength(min = 1, max = 12) String other) {
        assertThat(ChildMatch.familyNameKey(one + "-" + other))
                .isEqualTo(ChildMatch.familyNameKey((other + " " + one).toUpperCase(Locale.ROOT)));
    }

    @Test
    void namesEveryFieldThatDiffersAndNoValue() {
        Child child = Messages.child(5, "Plover", BORN.plusDays(1));
        assertThat(ChildMatch.differences(known("9990000018"), child))
                .containsExactly("NHS number", "date of birth", "family name");
    }

    @Test
    void leavesANumberAsideThatOnlyOneSideKnows() {
        Child child = Messages.child(5, "Sandpiper", BORN);
        assertThat(ChildMatch.differences(known(null), child)).isEmpty();
    }

    private static ChildMatch.Known known(String nhsNumber) {
        return new ChildMatch.Known(
                1, nhsNumber, null, ChildMatch.familyNameKey("Sandpiper"), BORN);
    }
}
