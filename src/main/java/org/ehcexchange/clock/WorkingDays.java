package org.ehcexchange.clock;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/// Which days are working days: not Saturdays, Sundays or the holidays given, in the years for
/// which holidays are known.
final class WorkingDays {

    private final NavigableMap<LocalDate, String> holidays;
    private final int firstYear;
    private final int lastYear;
    private final String version;

    /// @param holidays the name of each by its day
    /// @param firstYear the first year whose holidays are known
    /// @param lastYear the last one
    WorkingDays(Map<LocalDate, String> holidays, int firstYear, int lastYear) {
        this.holidays = new TreeMap<>(holidays);
        this.firstYear = firstYear;
        this.lastYear = lastYear;
        this.version = "england-%d-%d-%08x".formatted(firstYear, lastYear, sum());
    }

    private long sum() {
        String days =
                holidays.keySet().stream().map(LocalDate::toString).collect(Collectors.joining());
        CRC32 sum = new CRC32();
        sum.update(days.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    Map<LocalDate, String> holidays() {
        return Collections.unmodifiableMap(holidays);
    }

    boolean isKnown(LocalDate day) {
        return firstYear <= day.getYear() && day.getYear() <= lastYear;
    }

    /// Only for a day that is known.
    boolean isWorking(LocalDate day) {
        return !isWeekend(day) && !holidays.containsKey(day);
    }

    /// What kind of day it is, such as "a working day", "Saturday" or "Boxing Day".
    String kindOf(LocalDate day) {
        if (isWorking(day)) {
            return "a working day";
        }
        return isWeekend(day)
                ? day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK)
                : Objects.requireNonNull(holidays.get(day));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /// Says which working days were counted by: another holiday is another version.
    String version() {
        return version;
    }
}
