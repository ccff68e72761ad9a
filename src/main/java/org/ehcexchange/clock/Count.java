package org.ehcexchange.clock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Counts the days of one period from one day, and says of each why it counts or not.
///
/// Weeks, months and days are calendar days: weekends and holidays count like others. A period that
/// begins with a day ends the day before the same date comes round; one "of" a day ends on that
/// date.
record Count(LocalDate from, Stretch stretch) {

    /// Every day from the event to the last one.
    List<Day> days() {
        List<Day> days = new ArrayList<>();
        long number = isFromCounted() ? 1 : 0;
        days.add(first(number));
        for (long total = total(); number < total; number++) {
            days.add(next(days.getLast().date(), (int) number + 1));
        }
        return days;
    }

    private boolean isFromCounted() {
        return stretch.counting() == Counting.INCLUSIVE && stretch.period() > 0;
    }

    private Day first(long number) {
        if (stretch.period() == 0) {
            return new Day(from, null, "the day itself");
        }
        return number == 1
                ? new Day(from, 1, "counts: the period begins with this day")
                : new Day(from, null, "does not count: the period begins next to this day");
    }

    private Day next(LocalDate previous, int number) {
        return new Day(previous.plusDays(step()), number, "counts: every calendar day does");
    }

    /// How many days count.
    private long total() {
        long apart = Math.abs(ChronoUnit.DAYS.between(from, corresponding()));
        return switch (stretch.counting()) {
            case EXCLUSIVE -> apart;
            case INCLUSIVE -> hasSameDate() ? apart : apart + 1;
        };
    }

    private LocalDate corresponding() {
        long length = (long) step() * stretch.period();
        return switch (stretch.unit()) {
            case DAYS -> from.plusDays(length);
            case WEEKS -> from.plusWeeks(length);
            case MONTHS -> from.plusMonths(length);
        };
    }

    /// A month that has no such date ends the period with its own last day, whether the event's day
    /// counts or not.
    private boolean hasSameDate() {
        return stretch.unit() != Unit.MONTHS
                || corresponding().getDayOfMonth() == from.getDayOfMonth();
    }

    private int step() {
        return switch (stretch.direction()) {
            case AFTER -> 1;
            case BEFORE -> -1;
        };
    }
}
