package org.ehcexchange.ledger.commissioner;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.commissioner.CommissionerMoves.Move;
import org.ehcexchange.ledger.commissioner.CommissionerMoves.Party;
import org.ehcexchange.ledger.conversation.ConversationKind;
import org.ehcexchange.ledger.conversation.State;
import org.springframework.stereotype.Component;

import java.time.Instant;

/// Opens the conversation of a notification before it is sent, so that the old commissioner sees
/// what becomes of it; nobody else does until something is delivered.
@Component
public class PreparedNotifications {

    private static final int NOTHING_SENT = 0;

    private final CommissionerRows rows;
    private final CommissionerClocks clocks;
    private final CommissionerMoves moves = new CommissionerMoves();

    PreparedNotifications(CommissionerRows rows, CommissionerClocks clocks) {
        this.rows = rows;
        this.clocks = clocks;
    }

    /// @param old who is to approve it
    /// @param successor who is to be told; `old` itself while nobody knows
    /// @param plan its reference
    /// @param message the id that the notification will have
    public record Prepared(
            ConversationId id,
            OrganisationCode old,
            OrganisationCode successor,
            String plan,
            long child,
            MessageId message) {}

    /// In the caller's transaction, which saw to it that it was not prepared before.
    public void open(Prepared prepared, Instant at) {
        Move move = moves.of(CommissionerMoves.NONE, CommissionerMoves.PREPARED, Party.EXCHANGE);
        if (!(move instanceof Move.To(String next))) {
            throw new IllegalStateException(CommissionerMoves.TABLE + ": nothing can be prepared");
        }
        rows.open(
                new CommissionerRows.Opening(
                        prepared.id(),
                        ConversationKind.COMMISSIONER_NOTIFICATION,
                        prepared.old(),
                        prepared.successor(),
                        prepared.plan(),
                        prepared.child(),
                        prepared.message().value()),
                State.of(next),
                NOTHING_SENT,
                Rows.time(at));
    }

    /// Nobody need be told after all: the duty ends, in the caller's transaction.
    public void dismiss(ConversationId id, Instant at) {
        State state = rows.state(id);
        switch (moves.of(state.code(), CommissionerMoves.DISMISSED, Party.OLD)) {
            case Move.To(String next) -> {
                rows.move(id, State.of(next), Rows.time(at));
                clocks.fellAway(id, at);
            }
            case Move.Illegal(String why) -> throw new IllegalStateException(id + ": " + why);
        }
    }
}
