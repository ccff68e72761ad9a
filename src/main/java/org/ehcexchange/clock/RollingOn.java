package org.ehcexchange.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Moves the end of a period from a weekend or holiday to the next working day.
record RollingOn(WorkingDays workingDays) {

    /// The same days and those rolled over; nothing when it runs out of known holidays.
    Optional<List<Day>> roll(List<Day> counted) {
        List<Day> days = new ArrayList<>(counted);
        LocalDate date = days.getLast().date();
        while (workingDays.isKnown(date) && !workingDays.isWorking(date)) {
            String passed = workingDays.kindOf(date);
            date = date.plusDays(1);
            days.add(new Day(date, null, "does not count: the end rolls on from " + passed));
        }
        return workingDays.isKnown(date) ? Optional.of(days) : Optional.empty();
    }
}
