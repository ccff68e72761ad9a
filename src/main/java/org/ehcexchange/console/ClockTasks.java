package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.directory.Duty;
import org.ehcexchange.timekeeping.ClockLists;
import org.ehcexchange.timekeeping.RunningClock;
import org.ehcexchange.timekeeping.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Stream;

/// What the law wanted by now, or will soon: for the authority all that its cases wait for, for
/// another body what it owes.
@Component
class ClockTasks implements TaskSource {

    private final ClockLists clocks;
    private final Names names;

    ClockTasks(ClockLists clocks, Names names) {
        this.clocks = clocks;
        this.names = names;
    }

    @Override
    public List<Task> of(SignedIn you) {
        return you.has(Duty.ENGINEER)
                ? List.of()
                : Stream.concat(
                                tasks(you, ClockState.OVERDUE, Task.Urgency.OVERDUE),
                                tasks(you, ClockState.DUE_SOON, Task.Urgency.DUE_SOON))
                        .toList();
    }

    private Stream<Task> tasks(SignedIn you, ClockState state, Task.Urgency urgency) {
        return clocks
                .page(you.code(), new ClockLists.Query(state, null, null, null, MOST))
                .clocks()
                .stream()
                .map(clock -> task(clock, urgency));
    }

    private Task task(RunningClock clock, Task.Urgency urgency) {
        CaseReference reference = clock.subject().caseReference();
        return new Task(
                urgency,
                reference == null ? Words.plain(clock.rule()) : reference.value(),
                names.of(clock.owedBy()),
                "%s: %s (%s)"
                        .formatted(
                                Words.plain(clock.rule()),
                                Words.left(clock.term().dueOn(), names.today(), clock.excusedBy()),
                                Words.day(clock.term().dueOn())),
                path(clock.subject()));
    }

    private static @Nullable String path(Subject subject) {
        return switch (subject) {
            case Subject.Conversation conversation -> "/conversations/" + conversation.id();
            case Subject.Case ofCase -> null;
        };
    }
}
