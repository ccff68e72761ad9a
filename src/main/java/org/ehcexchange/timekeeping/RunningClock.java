package org.ehcexchange.timekeeping;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.clock.Course;
import org.ehcexchange.clock.Term;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// A duty with its dates, and how it stood when it was last looked at.
///
/// @param workingId of the explanation of its dates
/// @param owedTo absent when it is owed to the family
/// @param excuses all that were given, the first given first; of the accepted ones the last counts
/// @param since the legal day on which the state began
public record RunningClock(
        UUID id,
        Subject subject,
        String rule,
        int version,
        String provision,
        UUID workingId,
        OrganisationCode owedBy,
        @Nullable OrganisationCode owedTo,
        Course course,
        List<GivenExcuse> excuses,
        ClockState state,
        LocalDate since) {

    public RunningClock {
        excuses = List.copyOf(excuses);
    }

    /// The time given: a running clock always has one.
    public Term term() {
        return Objects.requireNonNull(course.term());
    }

    /// Whether something can still become of it: it was not met or stopped, and time that was given
    /// to somebody else is not over.
    public boolean isOpen(LocalDate today) {
        return course.metOn() == null
                && course.stoppedOn() == null
                && course.on(today) != ClockState.MET;
    }

    /// The kind of the excuse that counts; absent when none was accepted.
    public @Nullable String excusedBy() {
        return excuses.stream()
                .filter(GivenExcuse::accepted)
                .reduce((earlier, later) -> later)
                .map(excuse -> excuse.evidence().kind())
                .orElse(null);
    }

    RunningClock with(Course changed, List<GivenExcuse> given) {
        return new RunningClock(
                id, subject, rule, version, provision, workingId, owedBy, owedTo, changed, given,
                state, since);
    }

    RunningClock standing(Stand stand) {
        return new RunningClock(
                id,
                subject,
                rule,
                version,
                provision,
                workingId,
                owedBy,
                owedTo,
                course,
                excuses,
                stand.state(),
                stand.since());
    }
}
