package org.ehcexchange.ledger.children;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.util.Locale;

/// When two people write one family name.
class FamilyNamesTests {

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(
            resources = "/ledger/family-names.csv",
            delimiter = '|',
            quoteCharacter = '~',
            numLinesToSkip = 1)
    void tellsNamesApartAndSpellingsNot(String one, String other, String same) {
        assertThat(FamilyNames.same(one, other)).isEqualTo(same.equals("yes"));
        assertThat(FamilyNames.same(FamilyNames.key(one), other)).isEqualTo(same.equals("yes"));
    }

    @Property
    void doesNotMindCaseOrOrder(
            @ForAll @AlphaChars @StringLength(min = 1, max = 12) String one,
            @ForAll @AlphaChars @StringLength(min = 1, max = 12) String other) {
        assertThat(FamilyNames.key(one + "-" + other))
                .isEqualTo(FamilyNames.key((other + " " + one).toUpperCase(Locale.ROOT)));
    }

    @Property
    void everyNameIsItself(@ForAll @NotBlank @StringLength(max = 30) String name) {
        assertThat(FamilyNames.key(name)).isNotEmpty();
        assertThat(FamilyNames.same(name, name)).isTrue();
        assertThat(FamilyNames.same(FamilyNames.key(name), name)).isTrue();
    }
}
