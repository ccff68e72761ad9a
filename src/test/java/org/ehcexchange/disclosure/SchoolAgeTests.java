package org.ehcexchange.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

/// The last Friday in June of the school year in which a child becomes sixteen.
class SchoolAgeTests {

    @ParameterizedTest(name = "born {0}, until {1}")
    @CsvSource({
        "2010-08-31, 2026-06-26",
        "2010-09-01, 2027-06-25",
        "2010-12-31, 2027-06-25",
        "2011-01-01, 2027-06-25",
        "2008-02-29, 2024-06-28",
        "2007-06-30, 2023-06-30",
        "2001-07-01, 2017-06-30",
        "2004-03-01, 2020-06-26"
    })
    void endsOnTheSchoolLeavingDate(LocalDate born, LocalDate last) {
        assertThat(SchoolAge.endsOn(born)).isEqualTo(last);
    }

    @Test
    void isOverTheDayAfter() {
        LocalDate born = LocalDate.of(2010, 8, 31);

        assertThat(SchoolAge.isOver(born, LocalDate.of(2026, 6, 26))).isFalse();
        assertThat(SchoolAge.isOver(born, LocalDate.of(2026, 6, 27))).isTrue();
    }
}
