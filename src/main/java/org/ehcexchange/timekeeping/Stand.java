package org.ehcexchange.timekeeping;

import org.ehcexchange.clock.ClockState;
import org.ehcexchange.clock.Course;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// How a course stands on a day.
///
/// @param since the legal day on which the state began; of a duty that has not begun, the day asked
///     about
/// @param turnsOn when time alone changes it next; absent when it does not
record Stand(ClockState state, LocalDate since, @Nullable LocalDate turnsOn) {

    static Stand of(Course course, LocalDate today) {
        Stand stand = new Stand(ClockState.NOT_STARTED, today, null);
        for (Course.Step step : course.steps()) {
            if (step.on().isAfter(today)) {
                return new Stand(stand.state(), stand.since(), step.on());
            }
            stand = new Stand(step.state(), step.on(), null);
        }
        return stand;
    }
}
