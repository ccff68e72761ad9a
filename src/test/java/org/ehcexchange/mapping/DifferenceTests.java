package org.ehcexchange.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Two texts beside each other, line by line.
class DifferenceTests {

    @Test
    void isNoneBetweenEqualTexts() {
        assertThat(Difference.between("a\nb\n", "a\nb\n").isNone()).isTrue();
    }

    @Test
    void showsWhatWasBeforeWhatCameWithTwoLinesAround() {
        Difference difference = Difference.between("1\n2\n3\n4\n5\n6\n7", "1\n2\n3\nvier\n5\n6\n7");

        assertThat(difference.count()).isEqualTo(2);
        assertThat(difference).hasToString("  …\n  2\n  3\n- 4\n+ vier\n  5\n  6\n");
    }

    @Test
    void comparesLongTextsWithoutMuchMemory() {
        String long1 = "line\n".repeat(30_000);

        assertThat(Difference.between(long1, long1 + "more\n").count()).isOne();
    }
}
