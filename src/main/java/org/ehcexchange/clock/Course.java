package org.ehcexchange.clock;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// How a duty stands from day to day, worked out from what is on record of it.
///
/// Time somebody else is given ([Bound#NOT_BEFORE]) is met when it is over, and is never overdue.
///
/// @param term absent while the event that starts it has not happened
/// @param metOn absent while it is owed; a notice that it will be late does not meet it
/// @param excused absent unless an excuse was accepted; it moves no date
/// @param stoppedOn the day what it counted towards was taken back; absent unless it was, and
///     without effect on what was met before
public record Course(
        @Nullable Term term,
        @Nullable LocalDate metOn,
        @Nullable Excused excused,
        @Nullable LocalDate stoppedOn) {

    /// An accepted excuse's days.
    ///
    /// @param since the day it was put on record: what was overdue until then stays so on record
    /// @param until the last day it holds
    public record Excused(LocalDate since, LocalDate until) {}

    /// A state and the day it began.
    public record Step(ClockState state, LocalDate on) {}

    /// A duty of which only the dates are known.
    public static Course of(Working working) {
        return new Course(working.term(), null, null, null);
    }

    public ClockState on(LocalDate today) {
        ClockState state = ClockState.NOT_STARTED;
        for (Step step : steps()) {
            if (!step.on().isAfter(today)) {
                state = step.state();
            }
        }
        return state;
    }

    /// Every state after "not started" that is known to come, each on a later day than the one
    /// before.
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (term != null) {
            run(term, steps);
        }
        if (metOn != null) {
            begin(steps, isLate() ? ClockState.MET_LATE : ClockState.MET, metOn);
        } else if (stoppedOn != null) {
            begin(steps, ClockState.STOPPED, stoppedOn);
        }
        return List.copyOf(steps);
    }

    private boolean isLate() {
        return term != null
                && term.bound() == Bound.DEADLINE
                && Objects.requireNonNull(metOn).isAfter(term.dueOn());
    }

    private void run(Term term, List<Step> steps) {
        begin(steps, ClockState.RUNNING, term.startedOn());
        begin(steps, ClockState.DUE_SOON, term.dueSoonOn());
        LocalDate dayAfter = term.dueOn().plusDays(1);
        switch (term.bound()) {
            case NOT_BEFORE -> begin(steps, ClockState.MET, dayAfter);
            case DEADLINE -> passed(dayAfter, steps);
        }
    }

    private void passed(LocalDate dayAfter, List<Step> steps) {
        begin(steps, ClockState.OVERDUE, dayAfter);
        if (excused != null && !excused.until().isBefore(later(excused.since(), dayAfter))) {
            begin(steps, ClockState.EXCUSED, later(excused.since(), dayAfter));
            begin(steps, ClockState.OVERDUE, excused.until().plusDays(1));
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /// Adds a step in place of those that would not have begun before it; what was met by then
    /// stays met.
    private static void begin(List<Step> steps, ClockState state, LocalDate on) {
        steps.removeIf(step -> !step.on().isBefore(on));
        if (steps.isEmpty() || steps.getLast().state() != ClockState.MET) {
            steps.add(new Step(state, on));
        }
    }
}
