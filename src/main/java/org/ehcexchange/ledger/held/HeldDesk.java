package org.ehcexchange.ledger.held;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.DeliveriesWaiting;
import org.ehcexchange.ledger.conversation.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Where a person decides about messages whose child is in doubt.
@Component
class HeldDesk implements Held {

    private static final int MOST = 500;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Releasing releasing;
    private final Audit audit;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    HeldDesk(
            JdbcClient database,
            TransactionTemplate transaction,
            Releasing releasing,
            Audit audit,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.database = database;
        this.transaction = transaction;
        this.releasing = releasing;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public List<Item> waiting(@Nullable UUID after, int limit) {
        return database.sql(
                        """
                        select held_id, message_id, conversation_id, type, sender, recipient, accepted_at, note, differs
                        from message where state = 'held'
                          and (cast(:after as uuid) is null or seq > (select seq from message where held_id = :after))
                        order by seq limit :limit
                        """)
                .param("after", after)
                .param("limit", Math.clamp(limit, 1, MOST))
                .query((row, n) -> item(row))
                .list();
    }

    static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("held_id", UUID.class),
                new MessageId(row.getObject("message_id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                Code.find(MessageType.class, row.getString("type")).orElseThrow(),
                new OrganisationCode(row.getString("sender")),
                new OrganisationCode(row.getString("recipient")),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                row.getString("note"),
                differs(row.getArray("differs")));
    }

    private static List<String> differs(@Nullable Array fields) throws SQLException {
        return fields == null ? List.of() : List.of((String[]) fields.getArray());
    }

    @Override
    public Deciding release(UUID item, Decision decision) {
        return decide(item, decision, "released");
    }

    @Override
    public Deciding reject(UUID item, Decision decision) {
        return decide(item, decision, "rejected");
    }

    private Deciding decide(UUID item, Decision decision, String verdict) {
        Instant now = clock.instant();
        Boolean done =
                transaction.execute(
                        status ->
                                releasing
                                        .take(item)
                                        .map(held -> settle(held, decision, verdict, now))
                                        .isPresent());
        if (!Boolean.TRUE.equals(done)) {
            return decidedBefore(item);
        }
        Decided decided = new Decided(item, verdict, now);
        events.publishEvent(new DeliveriesWaiting());
        events.publishEvent(decided);
        return new Deciding.Done(decided);
    }

    private Deciding decidedBefore(UUID item) {
        return became(item)
                .<Deciding>map(Deciding.NotPossible::new)
                .orElseGet(Deciding.NotFound::new);
    }

    @Override
    public Optional<String> became(UUID item) {
        return database.sql("select state from message where held_id = :id and state <> 'held'")
                .param("id", item)
                .query(String.class)
                .optional()
                .flatMap(state -> Code.find(Standing.class, state))
                .map(HeldDesk::became);
    }

    private static String became(Standing now) {
        return switch (now) {
            case REJECTED -> "It was rejected before.";
            case TAKEN_BACK ->
                    "Its sender took it back before anybody decided: there is nothing to decide any"
                            + " more.";
            case ACCEPTED, FLAGGED, SUPERSEDED, REFUSED, HELD -> "It was released before.";
        };
    }

    private Releasing.HeldMessage settle(
            Releasing.HeldMessage held, Decision decision, String verdict, Instant now) {
        if (verdict.equals("released")) {
            releasing.release(held, now).ifPresent(events::publishEvent);
        } else {
            releasing.reject(held, now);
        }
        audit.add(
                new Audit.Act(
                        decision.by().value(),
                        verdict,
                        held.message().envelope().messageId(),
                        held.message().envelope().conversationId(),
                        Audit.by(decision.person(), Map.of("reason", decision.reason()))));
        return held;
    }
}
