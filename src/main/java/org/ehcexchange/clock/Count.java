package org.ehcexchange.clock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Counts the days of one period from one day, and says of each why it counts or not.
///
/// Weeks, months and days are calendar days: weekends and holidays count like others. A period of
/// months that begins with a day ends the day before the same date comes round; one "of" a day ends
/// on that date.
record Count(LocalDate from, Stretch stretch, WorkingDays workingDays) {

    private static final String DOES_NOT = "does not count: ";

    /// Every day from the event to the last one; nothing when it runs out of known holidays.
    Optional<List<Day>> days() {
        List<Day> days = new ArrayList<>();
        long total = total();
        int number = 0;
        for (LocalDate date = from; days.isEmpty() || number < total; date = next(date)) {
            if (!isKnown(date)) {
                return Optional.empty();
            }
            Day day = look(date, number + 1);
            number = day.number() == null ? number : day.number();
            days.add(day);
        }
        return Optional.of(days);
    }

    private boolean isKnown(LocalDate date) {
        return stretch.unit() != Unit.WORKING_DAYS || workingDays.isKnown(date);
    }

    private Day look(LocalDate date, int number) {
        if (stretch.period() == 0) {
            return new Day(date, null, "the day itself");
        }
        if (date.equals(from) && stretch.counting() == Counting.EXCLUSIVE) {
            return new Day(date, null, DOES_NOT + "the first day is " + stretch.nextTo());
        }
        return switch (stretch.unit()) {
            case DAYS, WEEKS, MONTHS -> new Day(date, number, "counts: every calendar day does");
            case WORKING_DAYS ->
                    workingDays.isWorking(date)
                            ? new Day(date, number, "counts: a working day")
                            : new Day(date, null, DOES_NOT + workingDays.kindOf(date));
        };
    }

    private LocalDate next(LocalDate date) {
        return date.plusDays(stretch.step());
    }

    /// How many days count.
    private long total() {
        long length = (long) stretch.step() * stretch.period();
        return switch (stretch.unit()) {
            case DAYS, WORKING_DAYS -> stretch.period();
            case WEEKS -> 7L * stretch.period();
            case MONTHS -> calendarDays(from.plusMonths(length));
        };
    }

    /// A month that has no such date ends the period with its own last day, whether the event's day
    /// counts or not.
    private long calendarDays(LocalDate same) {
        long apart = Math.abs(ChronoUnit.DAYS.between(from, same));
        boolean isSameDate = same.getDayOfMonth() == from.getDayOfMonth();
        return stretch.counting() == Counting.EXCLUSIVE || isSameDate ? apart : apart + 1;
    }
}
