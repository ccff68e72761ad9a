package org.ehcexchange.delivery;

import jakarta.jms.JMSException;

import org.ehcexchange.ledger.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Hands what is ready to the broker: in order within a conversation, and not to a paused partner.
///
/// The rows are claimed, sent and committed in this order. A crash between sending and committing
/// sends again; the broker drops the copy by its duplicate id, and a copy that slips through meets
/// a row that has moved on.
@Component
class Outbox {

    /// The oldest open delivery of each conversation and recipient; a dead one holds back what
    /// follows.
    private static final String CLAIM =
            """
            with pick as (
              select d.id from delivery d
              where d.status = 'ready' and d.not_before <= :now
                and not exists (select 1 from delivery e where e.recipient = d.recipient
                  and e.conversation_id = d.conversation_id and e.seq < d.seq
                  and e.status in ('ready', 'queued', 'sending', 'dead'))
                and not exists (select 1 from partner_pause p where p.partner = d.recipient)
              order by d.not_before, d.seq limit :batch for update of d skip locked)
            update delivery d set status = 'queued', round = round + 1, changed_at = :now
            from pick where d.id = pick.id
            returning d.id, d.round, d.recipient, d.seq
            """;

    private static final String PROBE =
            """
            with pick as (
              select d.id from delivery d
              where d.status = 'ready' and d.recipient = :partner
                and not exists (select 1 from delivery e where e.recipient = d.recipient
                  and e.conversation_id = d.conversation_id and e.seq < d.seq
                  and e.status in ('ready', 'queued', 'sending', 'dead'))
              order by d.seq limit 1 for update of d skip locked)
            update delivery d set status = 'queued', round = round + 1, changed_at = :now
            from pick where d.id = pick.id
            returning d.id, d.round, d.recipient, d.seq
            """;

    private static final String RECLAIM =
            """
            update delivery set status = 'ready', not_before = :now, changed_at = :now
            where status in ('queued', 'sending') and changed_at < :before
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Queues queues;
    private final InstantSource clock;
    private final DeliverySettings settings;

    Outbox(
            JdbcClient database,
            TransactionTemplate transaction,
            Queues queues,
            InstantSource clock,
            DeliverySettings settings) {
        this.database = database;
        this.transaction = transaction;
        this.queues = queues;
        this.clock = clock;
        this.settings = settings;
    }

    /// A claimed delivery.
    record Claimed(UUID id, int round, String recipient, long seq) {}

    /// Hands over one batch.
    ///
    /// @return how many; a full batch means there may be more
    int handOver() {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            List<Claimed> batch =
                                    unhurried(CLAIM)
                                            .param("now", now())
                                            .param("batch", settings.batch())
                                            .query((row, n) -> claimed(row))
                                            .list();
                            send(batch, false);
                            return batch.size();
                        }));
    }

    /// A claim need not reach the disk at once: what a power cut undoes is claimed again, and the
    /// broker and the round know the copy.
    private JdbcClient.StatementSpec unhurried(String claim) {
        database.sql("set local synchronous_commit to off").update();
        return database.sql(claim);
    }

    /// Hands over the oldest delivery of a paused partner, to see whether it is back.
    ///
    /// @return whether there was one
    boolean probe(String partner) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            List<Claimed> one =
                                    database.sql(PROBE)
                                            .param("now", now())
                                            .param("partner", partner)
                                            .query((row, n) -> claimed(row))
                                            .list();
                            send(one, true);
                            return !one.isEmpty();
                        }));
    }

    /// Makes ready again what was handed over and never heard of: a broker that lost its disk.
    int reclaim() {
        Instant before = clock.instant().minus(settings.lostAfter());
        return database.sql(RECLAIM)
                .param("now", now())
                .param("before", Rows.time(before))
                .update();
    }

    private void send(List<Claimed> batch, boolean probe) {
        try {
            queues.send(
                    batch.stream()
                            .sorted(java.util.Comparator.comparingLong(Claimed::seq))
                            .map(
                                    c ->
                                            new Queues.Item(
                                                    c.recipient(),
                                                    new Handover(c.id(), c.round(), probe)))
                            .toList());
        } catch (JMSException e) {
            throw new BrokerAway(e);
        }
    }

    private java.time.OffsetDateTime now() {
        return Rows.time(clock.instant());
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(
                row.getObject("id", UUID.class),
                row.getInt("round"),
                row.getString("recipient"),
                row.getLong("seq"));
    }

    /// The broker took nothing; the claim is rolled back and tried again.
    static final class BrokerAway extends RuntimeException {
        BrokerAway(Throwable cause) {
            super(
                    "The broker cannot be reached; deliveries wait in the ledger until it can",
                    cause);
        }
    }
}
