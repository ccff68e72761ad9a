package org.ehcexchange.clock;

import java.time.LocalDate;

/// A length of time, such as 6 weeks.
public record Span(int period, Unit unit) {

    public Span {
        if (period < 0) {
            throw new IllegalArgumentException("a period is 0 or more, not " + period);
        }
    }

    /// @throws IllegalArgumentException when it is in working days
    void checkInCalendarDays() {
        if (unit == Unit.WORKING_DAYS) {
            throw new IllegalArgumentException(
                    "an exception is measured in days, weeks or months, not working days");
        }
    }

    /// Whether so much lies between two days, both counted; never when the last is the earlier.
    boolean fits(LocalDate first, LocalDate last) {
        return !first.isAfter(last) && !before(last.plusDays(1)).isBefore(first);
    }

    /// The day that lies this much before another, in calendar days.
    LocalDate before(LocalDate day) {
        return switch (unit) {
            case DAYS, WORKING_DAYS -> day.minusDays(period);
            case WEEKS -> day.minusWeeks(period);
            case MONTHS -> day.minusMonths(period);
        };
    }

    @Override
    public String toString() {
        return unit.words(period);
    }
}
