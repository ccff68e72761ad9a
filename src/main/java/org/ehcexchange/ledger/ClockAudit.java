package org.ehcexchange.ledger;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.timekeeping.ClockTurned;
import org.ehcexchange.timekeeping.RunningClock;
import org.ehcexchange.timekeeping.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Objects;

/// Puts into the audit that a duty became overdue, or was excused, on its legal day.
@Component
class ClockAudit {

    private final Audit audit;

    ClockAudit(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(ClockTurned turned) {
        ClockState state = turned.clock().state();
        if (state == ClockState.OVERDUE || state == ClockState.EXCUSED) {
            audit.add(act(turned.clock()));
        }
    }

    private static Audit.Act act(RunningClock clock) {
        return new Audit.Act(
                "exchange",
                clock.state().code(),
                null,
                conversation(clock.subject()),
                Map.of(
                        "rule", clock.rule(),
                        "owedBy", clock.owedBy().value(),
                        "caseReference", Objects.toString(clock.subject().caseReference(), ""),
                        "since", clock.since(),
                        "reason",
                                "%s was due on %s (%s)"
                                        .formatted(
                                                clock.rule(),
                                                clock.term().dueOn(),
                                                clock.provision())));
    }

    private static @Nullable ConversationId conversation(Subject subject) {
        return switch (subject) {
            case Subject.Conversation conversation -> conversation.id();
            case Subject.Case whole -> null;
        };
    }
}
