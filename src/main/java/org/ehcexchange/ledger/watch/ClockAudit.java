package org.ehcexchange.ledger.watch;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.transfer.TransferClocks;
import org.ehcexchange.timekeeping.ClockTurned;
import org.ehcexchange.timekeeping.RunningClock;
import org.ehcexchange.timekeeping.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Objects;

/// Puts into the audit that a duty became overdue, or was excused, on its legal day, and of a plan
/// that it must soon be at the new authority: its timeline shows it to the old one.
@Component
class ClockAudit {

    private final Audit audit;

    ClockAudit(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(ClockTurned turned) {
        ClockState state = turned.clock().state();
        if (state == ClockState.OVERDUE || state == ClockState.EXCUSED || isAlarm(turned.clock())) {
            audit.add(act(turned.clock()));
        }
    }

    private static boolean isAlarm(RunningClock clock) {
        return clock.state() == ClockState.DUE_SOON && clock.rule().equals(TransferClocks.TRANSFER);
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
                                "%s %s due on %s (%s)"
                                        .formatted(
                                                clock.rule(),
                                                isAlarm(clock) ? "is" : "was",
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
