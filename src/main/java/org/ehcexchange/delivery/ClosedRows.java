package org.ehcexchange.delivery;

import org.ehcexchange.directory.Current;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What waits in the ledger for bodies that have closed.
///
/// A delivery keeps its round when it is sent on, so that a copy in the closed body's queue is
/// known to be stale. One in hand is left alone until it is known how that ended, and so is what
/// follows it.
@Component
class ClosedRows {

    private static final String WAITING =
            """
            select recipient, bool_and(status = 'dead') from (
              select recipient, status from delivery
              where recipient in (:closed) and status in ('ready', 'queued', 'dead')
              union all select recipient, status from delivery
              where recipient in (:closed) and status = 'collect') waiting
            group by recipient
            """;

    /// A dead one stays dead, and goes to the successor if a person replays it.
    private static final String SEND_ON =
            """
            with sent_on as (
              update delivery d set recipient = :successor, changed_at = :now,
                status = case d.status when 'dead' then 'dead' else :status end,
                attempts = case d.status when 'dead' then d.attempts else 0 end,
                reason = case d.status when 'dead' then d.reason else :why end,
                not_before = :now
              where {which}
              returning d.message_seq, d.conversation_id)
            insert into audit (at, actor, act, message_id, conversation_id, detail)
            select :now, 'exchange', 'redirected', m.message_id, s.conversation_id,
              cast(:detail as jsonb)
            from sent_on s join message m on m.seq = s.message_seq
            """;

    private static final String STRAND =
            """
            with stranded as (
              update delivery d set status = 'dead', changed_at = :now, reason = :why, owner = m.sender
              from message m where m.seq = d.message_seq and {which}
              returning m.message_id, d.conversation_id, m.sender)
            insert into audit (at, actor, act, message_id, conversation_id, detail)
            select :now, 'exchange', 'dead', message_id, conversation_id,
              jsonb_build_object('to', cast(:closed as text), 'owner', sender,
                'reason', cast(:why as text))
            from stranded
            """;

    private static final String WHICH = "{which}";

    private static final String ALL =
            """
            d.recipient = :closed and d.status in (:statuses)
              and not exists (select 1 from delivery e where e.recipient = d.recipient
                and e.conversation_id = d.conversation_id and e.seq < d.seq
                and e.status = 'sending')
            """;

    private static final String ONE =
            "d.id = :id and d.recipient = :closed and d.status = 'sending'";

    private static final Set<String> UNSENT = Set.of("ready", "queued", "collect");
    private static final Set<String> UNSENT_OR_DEAD = Set.of("ready", "queued", "collect", "dead");

    private final JdbcClient database;
    private final Audit audit;

    ClosedRows(JdbcClient database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /// @param onlyDead whether all that waits for it are dead letters
    record Waiting(String recipient, boolean onlyDead) {}

    /// Which of the closed bodies something waits for.
    List<Waiting> waiting(Collection<String> closed) {
        return database.sql(WAITING)
                .param("closed", closed)
                .query((row, n) -> new Waiting(row.getString(1), row.getBoolean(2)))
                .list();
    }

    /// @return how many went on
    int sendOnAll(Current.Succeeded succession, Instant now) {
        return sendOn(ALL, succession, now).param("statuses", UNSENT_OR_DEAD).update();
    }

    void sendOn(UUID inHand, Current.Succeeded succession, Instant now) {
        sendOn(ONE, succession, now).param("id", inHand).update();
    }

    private JdbcClient.StatementSpec sendOn(
            String which, Current.Succeeded succession, Instant now) {
        var successor = succession.organisation();
        return database.sql(SEND_ON.replace(WHICH, which))
                .param("closed", succession.through().getFirst().code().value())
                .param("successor", successor.code().value())
                .param("status", Senders.isSentTo(successor.channel()) ? "ready" : "collect")
                .param("why", succession.why())
                .param("detail", audit.redirection(succession))
                .param("now", Rows.time(now));
    }

    /// @return how many need a person now
    int strandAll(String closed, String why, Instant now) {
        return strand(ALL, closed, why, now).param("statuses", UNSENT).update();
    }

    void strand(UUID inHand, String closed, String why, Instant now) {
        strand(ONE, closed, why, now).param("id", inHand).update();
    }

    private JdbcClient.StatementSpec strand(String which, String closed, String why, Instant now) {
        return database.sql(STRAND.replace(WHICH, which))
                .param("closed", closed)
                .param("why", why)
                .param("now", Rows.time(now));
    }
}
