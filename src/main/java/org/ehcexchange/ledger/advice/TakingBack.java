package org.ehcexchange.ledger.advice;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.AdviceClock;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.conversation.ConversationRows;
import org.ehcexchange.timekeeping.Timekeeper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Takes an answer back that was sent by mistake, while the authority has not read it: it still
/// waits to be collected or sent, and nobody there has opened the conversation since.
///
/// The answer stays on record, undelivered; the request is open again as it was before, and its
/// clock runs on towards the day it was always due.
@Component
public class TakingBack {

    private static final String UNREAD =
            """
            select m.message_id, d.id as delivery, (select b.conversation_state from message b
                where b.conversation_id = m.conversation_id and b.seq < m.seq and b.state = 'accepted'
                order by b.seq desc limit 1) as before
            from message m join conversation c on c.id = m.conversation_id
              join delivery d on d.message_seq = m.seq
            where m.conversation_id = :id and m.sender = :body and m.type = 'advice-return'
              and m.state = 'accepted' and m.revision = c.revision
              and c.state in ('provided', 'nothing-known', 'declined')
              and d.status in ('ready', 'collect')
              and not exists (select 1 from audit a where a.conversation_id = m.conversation_id
                and a.act = 'viewed' and a.actor = m.recipient and a.at >= m.accepted_at)
            order by m.seq desc limit 1
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ConversationRows conversations;
    private final Timekeeper timekeeper;
    private final Audit audit;
    private final InstantSource clock;

    TakingBack(
            JdbcClient database,
            TransactionTemplate transaction,
            ConversationRows conversations,
            Timekeeper timekeeper,
            Audit audit,
            InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.conversations = conversations;
        this.timekeeper = timekeeper;
        this.audit = audit;
        this.clock = clock;
    }

    private record Unread(MessageId message, UUID delivery, String before) {}

    /// The answer that can be taken back; empty where there is none, or it was read.
    public Optional<MessageId> unread(OrganisationCode body, ConversationId id) {
        return find(UNREAD, body, id).map(Unread::message);
    }

    /// @param person what whoever takes it back signs in with
    /// @return what was taken back; empty where it was read meanwhile
    public Optional<MessageId> takeBack(OrganisationCode body, String person, ConversationId id) {
        return Objects.requireNonNull(
                transaction.execute(
                        status ->
                                conversations
                                        .lock(id)
                                        .flatMap(
                                                open ->
                                                        find(UNREAD + " for update of d", body, id)
                                                                .map(unread -> undo(open, unread)))
                                        .map(message -> noted(body, person, id, message))));
    }

    private Optional<Unread> find(String sql, OrganisationCode body, ConversationId id) {
        return database.sql(sql)
                .param("id", id.value())
                .param("body", body.value())
                .query((row, n) -> unread(row))
                .optional();
    }

    private static Unread unread(ResultSet row) throws SQLException {
        return new Unread(
                new MessageId(row.getObject("message_id", UUID.class)),
                row.getObject("delivery", UUID.class),
                row.getString("before"));
    }

    private MessageId undo(ConversationRows.Open open, Unread unread) {
        Instant now = clock.instant();
        database.sql(
                        """
                        with d as (
                          update delivery set status = 'discarded', changed_at = :now,
                            reason = 'taken back by its sender' where id = :delivery)
                        update conversation set state = :before, changed_at = :now where id = :id
                        """)
                .param("now", Rows.time(now))
                .param("delivery", unread.delivery())
                .param("before", unread.before())
                .param("id", open.id().value())
                .update();
        timekeeper.runOn(
                AdviceClocks.Asked.of(open).conversation(), AdviceClock.RULE, LondonDay.of(now));
        return unread.message();
    }

    private MessageId noted(
            OrganisationCode body, String person, ConversationId id, MessageId message) {
        audit.add(new Audit.Act(body.value(), "taken-back", message, id, Map.of("person", person)));
        return message;
    }
}
