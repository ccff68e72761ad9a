package org.ehcexchange.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The library's bank holidays are those that were published.
class BankHolidaysTests {

    private static final LocalDate SUBSTITUTE = LocalDate.of(2026, 12, 28);
    private static final LocalDate ORDINARY = LocalDate.of(2026, 6, 12);

    private static Set<LocalDate> published() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/clock/bank-holidays.csv")).stream()
                .filter(line -> line.startsWith("2"))
                .map(line -> LocalDate.parse(line.split(",")[0]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void areThePublishedOnesAndNoOthers() throws IOException {
        assertThat(published()).hasSize(123);
        assertThat(weekdays(Clocks.ENGLAND)).isEqualTo(published());
    }

    /// A holiday on a weekend changes nothing.
    private static Set<LocalDate> weekdays(WorkingDays days) {
        return days.holidays().keySet().stream()
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY)
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-05-08, false",
        "2020-05-04, true",
        "2022-06-02, false",
        "2022-06-03, false",
        "2022-05-30, true",
        "2022-09-19, false",
        "2023-05-08, false",
        "2023-05-01, false",
        "2026-08-10, true",
        "2026-08-15, false",
        "2026-08-16, false"
    })
    void knowOneOffDaysAndOrdinaryOnes(LocalDate day, boolean working) {
        assertThat(Clocks.ENGLAND.isWorking(day)).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24, a working day",
        "2026-12-25, Christmas",
        "2026-12-26, Saturday",
        "2026-12-27, Sunday",
        "2026-12-28, Boxing Day",
        "2023-05-08, King's Coronation"
    })
    void sayWhatKindOfDayItIs(LocalDate day, String kind) {
        assertThat(Clocks.ENGLAND.kindOf(day)).isEqualToIgnoringCase(kind);
    }

    @ParameterizedTest
    @CsvSource({"2013-12-31, false", "2014-01-01, true", "2028-12-31, true", "2029-01-01, false"})
    void areKnownForWholeYears(LocalDate day, boolean known) {
        assertThat(Clocks.ENGLAND.isKnown(day)).isEqualTo(known);
    }

    @Test
    void takeWhatTheOperatorAddsAndCancels() {
        WorkingDays days =
                BankHolidays.england(
                        new ClockSettings(
                                "rules", false, 2027, List.of(ORDINARY), List.of(SUBSTITUTE)));

        assertThat(days.isWorking(ORDINARY)).isFalse();
        assertThat(days.kindOf(ORDINARY)).isEqualTo("an extra holiday");
        assertThat(days.isWorking(SUBSTITUTE)).isTrue();
        assertThat(days.isKnown(LocalDate.of(2028, 1, 1))).isFalse();
        assertThat(Clocks.ENGLAND.isWorking(ORDINARY)).isTrue();
    }

    @Test
    void keepTheLibrarysNameOfADayThatIsAddedToo() {
        WorkingDays days =
                BankHolidays.england(
                        new ClockSettings("rules", false, 2028, List.of(SUBSTITUTE), List.of()));

        assertThat(days.kindOf(SUBSTITUTE)).isEqualTo("Boxing Day");
        assertThat(days.version()).isEqualTo(Clocks.ENGLAND.version());
    }

    @Test
    void changeTheirVersionWithAnyDay() {
        WorkingDays more =
                BankHolidays.england(
                        new ClockSettings("rules", false, 2028, List.of(ORDINARY), List.of()));

        assertThat(Clocks.ENGLAND.version()).matches("england-2014-2028-[0-9a-f]{8}");
        assertThat(more.version())
                .matches("england-2014-2028-[0-9a-f]{8}")
                .isNotEqualTo(Clocks.ENGLAND.version());
    }
}
