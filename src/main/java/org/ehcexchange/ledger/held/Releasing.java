package org.ehcexchange.ledger.held;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanCopy;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.advice.AdviceReplies;
import org.ehcexchange.ledger.children.ChildMatch;
import org.ehcexchange.ledger.children.Children;
import org.ehcexchange.ledger.commissioner.CommissionerNotifications;
import org.ehcexchange.ledger.conversation.ConversationRows;
import org.ehcexchange.ledger.conversation.Entry;
import org.ehcexchange.ledger.conversation.First;
import org.ehcexchange.ledger.conversation.Moves;
import org.ehcexchange.ledger.conversation.Recorder;
import org.ehcexchange.ledger.conversation.Standing;
import org.ehcexchange.ledger.conversation.State;
import org.ehcexchange.ledger.reading.News;
import org.ehcexchange.ledger.transfer.Transfers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// Lets a held message go on as if it had never been held, or ends it.
@Component
class Releasing {

    private static final String CONVERSATION =
            """
            select 1 from conversation v join message m on m.conversation_id = v.id
            where m.held_id = :id for update of v
            """;

    private final JdbcClient database;
    private final Rows rows;
    private final Children children;
    private final ConversationRows conversations;
    private final AdviceReplies clocks;
    private final Recorder recorder;
    private final Transfers transfers;
    private final CommissionerNotifications notifications;

    Releasing(
            JdbcClient database,
            Rows rows,
            Children children,
            ConversationRows conversations,
            AdviceReplies clocks,
            Recorder recorder,
            Transfers transfers,
            CommissionerNotifications notifications) {
        this.database = database;
        this.rows = rows;
        this.children = children;
        this.conversations = conversations;
        this.clocks = clocks;
        this.recorder = recorder;
        this.transfers = transfers;
        this.notifications = notifications;
    }

    record HeldMessage(long seq, EhcMessage message, String door) {}

    /// Locks a held message; empty when no such message is held. Its conversation is locked first,
    /// as by whoever takes it back.
    Optional<HeldMessage> take(UUID item) {
        database.sql(CONVERSATION).param("id", item).query(Integer.class).optional();
        return database.sql(
                        "select seq, canonical, door from message where held_id = :id and state ="
                                + " 'held' for update")
                .param("id", item)
                .query(
                        (row, n) ->
                                new HeldMessage(
                                        row.getLong(1),
                                        rows.message(row.getString(2)),
                                        row.getString(3)))
                .optional();
    }

    /// @return what people are told of it; empty where it changes nothing, because it came too late
    Optional<News.Released> release(HeldMessage held, Instant now) {
        Envelope envelope = held.message().envelope();
        ConversationRows.Open open = conversations.lock(envelope.conversationId()).orElseThrow();
        State then = then(open, held, LondonDay.of(now));
        Entry entry = entry(held, then, open.revision() + (then == open.state() ? 0 : 1), now);
        identify(held, open, now);
        if (then != State.WITHDRAWN || open.state() != State.WITHDRAWN) {
            conversations.move(entry);
            clocks.apply(open, entry);
        }
        if (held.message() instanceof PlanTransfer transfer) {
            transfers.released(transfer, now);
        }
        if (held.message() instanceof CommissionerNotification told) {
            notifications.released(told, now);
        }
        boolean late = isLate(open, held);
        mark(held, late ? Standing.FLAGGED : Standing.ACCEPTED, entry);
        deliver(held, entry);
        return late ? Optional.empty() : Optional.of(released(held, entry));
    }

    private static News.Released released(HeldMessage held, Entry entry) {
        return new News.Released(
                new News.Item(
                        held.seq(),
                        held.message().type(),
                        false,
                        entry.envelope().to(),
                        entry.envelope().conversationId(),
                        entry.state().code(),
                        entry.at()));
    }

    private static boolean isLate(ConversationRows.Open open, HeldMessage held) {
        return Moves.of(open.state(), held.message()) instanceof Moves.Move.AfterWithdrawal;
    }

    private State then(ConversationRows.Open open, HeldMessage held, LocalDate today) {
        return switch (held.message()) {
            case AdviceRequest request -> First.of(request).kind().opens();
            case PlanCopy copy -> First.of(copy).kind().opens();
            case PlanTransfer transfer -> transfers.whenReleased(transfer, today);
            case CommissionerNotification told -> State.NOTIFIED;
            default -> after(open, held);
        };
    }

    private static State after(ConversationRows.Open open, HeldMessage held) {
        return Moves.of(open.state(), held.message()) instanceof Moves.Move.To to
                ? to.state()
                : open.state();
    }

    /// A person said that it may go on: the conversation is about the child they meant.
    private void identify(HeldMessage held, ConversationRows.Open open, Instant now) {
        ChildMatch.Known known = open.child();
        if (known == null) {
            long id = children.keepReleased(described(held.message()), now);
            conversations.identify(open.id(), id);
            First.of(held.message()).ifPresent(first -> conversations.openCase(first, id, now));
        } else {
            children.heed(known, held.message().envelope());
        }
    }

    private static Envelope described(EhcMessage message) {
        return message instanceof CommissionerNotification told
                ? CommissionerNotifications.withoutAddress(told)
                : message.envelope();
    }

    private void deliver(HeldMessage held, Entry entry) {
        database.sql(
                        """
                        insert into delivery (id, message_seq, conversation_id, recipient, status, not_before, changed_at)
                        values (gen_random_uuid(), :seq, :conversation, :recipient, :status, :now, :now)
                        """)
                .param("seq", held.seq())
                .param("conversation", entry.envelope().conversationId().value())
                .param("recipient", entry.envelope().to().value())
                .param("status", recorder.firstStatus(entry))
                .param("now", Rows.time(entry.at()))
                .update();
    }

    void reject(HeldMessage held, Instant now) {
        Envelope envelope = held.message().envelope();
        ConversationRows.Open open = conversations.lock(envelope.conversationId()).orElseThrow();
        boolean request = held.message().type().opensConversation();
        Entry entry = entry(held, request ? ended(held) : open.state(), open.revision(), now);
        if (request) {
            conversations.move(entry);
        }
        if (held.message() instanceof PlanTransfer transfer) {
            transfers.rejected(transfer);
        }
        mark(held, Standing.REJECTED, entry);
    }

    private State ended(HeldMessage held) {
        return held.message() instanceof PlanTransfer transfer
                ? transfers.whenRejected(transfer)
                : State.REJECTED;
    }

    private void mark(HeldMessage held, Standing standing, Entry entry) {
        database.sql(
                        "update message set state = :state, revision = :revision,"
                                + " conversation_state = :then where seq = :seq")
                .param("state", standing.code())
                .param("revision", entry.revision())
                .param("then", entry.state().code())
                .param("seq", held.seq())
                .update();
    }

    private static Entry entry(HeldMessage held, State state, int revision, Instant now) {
        OrganisationCode from = held.message().envelope().from();
        Arrival arrival = new Arrival(from, held.door(), "application/json", new byte[0], now);
        return Entry.accepted(arrival.read(held.message()), state, revision);
    }
}
