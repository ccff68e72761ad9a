package org.ehcexchange.ledger.inbox;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.disclosure.Facts;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Delivered;
import org.ehcexchange.ledger.FactsOnRecord;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.advice.AdviceClocks;
import org.ehcexchange.ledger.conversation.State;
import org.ehcexchange.ledger.conversation.Viewing;
import org.ehcexchange.ledger.conversation.Viewing.View;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Deliveries that wait to be collected, and the proof that they were.
@Component
class InboxDesk implements Inbox {

    private static final String WAITING =
            """
            select d.id, m.message_id, m.sender, m.conversation_id, m.type, m.canonical,
              m.accepted_at, k.due_on, c.state, d.status, d.delivered_at, h.protected, %s
            from delivery d join message m on m.seq = d.message_seq
              join conversation c on c.id = d.conversation_id
              left join advice_clock k on k.conversation_id = c.id
              left join child h on h.id = c.child_id
            where d.recipient = :caller and d.status = 'collect'
              and (cast(:after as uuid) is null or d.seq >
                (select a.seq from delivery a where a.id = :after and a.recipient = :caller))
            order by d.seq limit :limit
            """
                    .formatted(FactsOnRecord.COLUMN.formatted("c"));

    private static final String ONE =
            """
            select d.id, m.message_id, m.sender, m.conversation_id, m.type, m.canonical,
              m.accepted_at, k.due_on, c.state, d.status, d.delivered_at, h.protected, %s
            from delivery d join message m on m.seq = d.message_seq
              join conversation c on c.id = d.conversation_id
              left join advice_clock k on k.conversation_id = c.id
              left join child h on h.id = c.child_id
            where d.id = :item and d.recipient = :caller and d.status in ('collect', 'delivered')
            for update of d for share of c
            """
                    .formatted(FactsOnRecord.COLUMN.formatted("c"));

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Viewing viewing;
    private final AdviceClocks clocks;
    private final FactsOnRecord facts;
    private final Audit audit;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    InboxDesk(
            JdbcClient database,
            TransactionTemplate transaction,
            Viewing viewing,
            AdviceClocks clocks,
            FactsOnRecord facts,
            Audit audit,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.database = database;
        this.transaction = transaction;
        this.viewing = viewing;
        this.clocks = clocks;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /// @param asks whether it is a request that is still open
    /// @param receivedAt absent while it waits
    private record Waiting(
            UUID id,
            MessageId message,
            OrganisationCode sender,
            ConversationId conversation,
            MessageType type,
            boolean asks,
            String canonical,
            Facts known,
            Instant acceptedAt,
            @Nullable LocalDate dueOn,
            @Nullable Instant receivedAt) {}

    @Override
    public Page waiting(OrganisationCode caller, @Nullable UUID after, int limit) {
        List<Waiting> found =
                database.sql(WAITING)
                        .param("caller", caller.value())
                        .param("after", after)
                        .param("limit", limit + 1)
                        .query((row, n) -> waiting(row))
                        .list();
        boolean more = found.size() > limit;
        List<Waiting> page = more ? found.subList(0, limit) : found;
        return new Page(items(caller, page), more ? page.getLast().id() : null);
    }

    private List<Item> items(OrganisationCode caller, List<Waiting> page) {
        List<Item> items = new ArrayList<>();
        for (Waiting waiting : page) {
            switch (viewing.toReader(caller, waiting.canonical(), waiting.known())) {
                case View.Shown(EhcMessage message) -> items.add(item(waiting, message));
                case View.Hidden(List<String> why) -> needsAPerson(waiting, why);
            }
        }
        return items;
    }

    private Item item(Waiting waiting, EhcMessage message) {
        LocalDate due =
                message instanceof AdviceRequest && waiting.dueOn() == null
                        ? clocks.dueOn(LondonDay.of(clock.instant()))
                        : waiting.dueOn();
        return new Item(waiting.id(), waiting.acceptedAt(), due, message);
    }

    /// The gate refuses today what it let go when it was accepted: shown undelivered, with an
    /// owner.
    private void needsAPerson(Waiting waiting, List<String> why) {
        String reason = "the disclosure gate refuses it now: " + String.join("; ", why);
        transaction.executeWithoutResult(
                status -> {
                    database.sql(
                                    """
                                    update delivery set status = 'dead', owner = :owner,
                                      reason = :reason, changed_at = :now
                                    where id = :id and status = 'collect'
                                    """)
                            .param("owner", waiting.sender().value())
                            .param("reason", reason)
                            .param("now", Rows.time(clock.instant()))
                            .param("id", waiting.id())
                            .update();
                    note("exchange", "dead", waiting, Map.of("reason", reason));
                });
    }

    @Override
    public Optional<Received> received(OrganisationCode caller, UUID item) {
        return Objects.requireNonNull(
                transaction.execute(
                        status ->
                                database.sql(ONE)
                                        .param("item", item)
                                        .param("caller", caller.value())
                                        .query((row, n) -> waiting(row))
                                        .optional()
                                        .map(waiting -> receive(caller, waiting))));
    }

    private Received receive(OrganisationCode caller, Waiting waiting) {
        Instant before = waiting.receivedAt();
        if (before != null) {
            return new Received(waiting.id(), before, waiting.dueOn());
        }
        // As the database keeps it, so that the same question has the same answer later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.sql(
                        """
                        update delivery set status = 'delivered', proof = 'collected from the inbox',
                          attempts = attempts + 1, delivered_at = :now, changed_at = :now
                        where id = :id
                        """)
                .param("now", Rows.time(now))
                .param("id", waiting.id())
                .update();
        note(
                caller.value(),
                "delivered",
                waiting,
                Map.of("to", caller.value(), "proof", "collected from the inbox"));
        if (!waiting.type().concernsAdvice()) {
            events.publishEvent(
                    new Delivered(
                            waiting.type(),
                            waiting.sender(),
                            waiting.message(),
                            waiting.conversation(),
                            now));
        }
        return new Received(waiting.id(), now, dueOn(waiting, now));
    }

    private @Nullable LocalDate dueOn(Waiting waiting, Instant now) {
        return waiting.asks() && viewing.whole(waiting.canonical()) instanceof AdviceRequest request
                ? clocks.received(AdviceClocks.Asked.of(request), now)
                : waiting.dueOn();
    }

    private void note(String actor, String act, Waiting waiting, Map<String, ?> detail) {
        audit.add(new Audit.Act(actor, act, waiting.message(), waiting.conversation(), detail));
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        OffsetDateTime delivered = row.getObject("delivered_at", OffsetDateTime.class);
        return new Waiting(
                row.getObject("id", UUID.class),
                new MessageId(row.getObject("message_id", UUID.class)),
                new OrganisationCode(row.getString("sender")),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                Code.find(MessageType.class, row.getString("type")).orElseThrow(),
                row.getString("type").equals("advice-request")
                        && State.of(row.getString("state")).isOpen(),
                row.getString("canonical"),
                facts.read(row.getString("facts"), row.getBoolean("protected")),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                delivered == null ? null : delivered.toInstant());
    }
}
