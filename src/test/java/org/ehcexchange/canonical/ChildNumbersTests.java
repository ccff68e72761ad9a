package org.ehcexchange.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// A child's number where it may not stand.
class ChildNumbersTests {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/canonical/child-numbers.csv", delimiter = '|', numLinesToSkip = 1)
    void areFoundInTextAndNamedWithoutTheNumber(String text, @Nullable String found) {
        assertThat(ChildNumbers.in(text).orElse(null)).isEqualTo(found);
    }
}
