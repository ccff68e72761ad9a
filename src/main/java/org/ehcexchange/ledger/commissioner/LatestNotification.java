package org.ehcexchange.ledger.commissioner;

import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.commissioner.CommissionerMoves.Move;
import org.ehcexchange.ledger.commissioner.CommissionerMoves.Party;
import org.ehcexchange.ledger.commissioner.CommissionerRows.Other;
import org.ehcexchange.ledger.conversation.State;
import org.ehcexchange.ledger.succession.Parties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Of several notifications of one child by one commissioner, the one that was sent last counts,
/// whichever comes first.
@Component
class LatestNotification {

    private final CommissionerRows rows;
    private final CommissionerClocks clocks;
    private final Parties parties;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final CommissionerMoves moves = new CommissionerMoves();

    LatestNotification(
            CommissionerRows rows,
            CommissionerClocks clocks,
            Parties parties,
            Audit audit,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.clocks = clocks;
        this.parties = parties;
        this.audit = audit;
        this.events = events;
    }

    /// Whether one that was sent later is on record.
    boolean isAfter(CommissionerNotification told, long child) {
        return others(told, child).stream()
                .anyMatch(other -> other.isAfter(told.envelope().sentAt()));
    }

    private List<Other> others(CommissionerNotification told, long child) {
        Envelope envelope = told.envelope();
        return rows.others(child, parties.of(envelope.from()), envelope.conversationId());
    }

    /// Takes the place of those that wait or were sent before and not answered.
    void overtake(CommissionerNotification told, long child, Instant at) {
        for (Other other : others(told, child)) {
            if (moves.of(other.state().code(), CommissionerMoves.LATER, Party.EXCHANGE)
                    instanceof Move.To(String next)) {
                rows.move(other.id(), State.of(next), Rows.time(at));
                clocks.fellAway(other.id(), at);
                events.publishEvent(new NotificationOvertaken(other.id()));
                audit.add(act(other, told));
            }
        }
    }

    private static Audit.Act act(Other other, CommissionerNotification told) {
        return new Audit.Act(
                "exchange",
                State.OVERTAKEN.code(),
                null,
                other.id(),
                Map.of(
                        "reason",
                        "a later notification of the same child counts, in conversation "
                                + told.envelope().conversationId()));
    }
}
