package org.ehcexchange.delivery;

import org.ehcexchange.ledger.FactsOnRecord;
import org.ehcexchange.ledger.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/// Deliveries as they lie in the ledger, with the message and the conversation they belong to.
@Component
class DeliveryRows {

    private static final String LOADED =
            """
            select d.id, d.status, d.attempts, d.recipient, m.canonical, m.sender, m.revision, m.conversation_state,
              m.accepted_at, k.received_on, k.due_on, c.protected, r.canonical as request, r.accepted_at as request_at,
              %s
            from %s d join message m on m.seq = d.message_seq
              join conversation v on v.id = m.conversation_id
              left join advice_clock k on k.conversation_id = v.id
              left join child c on c.id = v.child_id
              left join message r on r.message_id = v.request_id and r.sender = v.authority
            """;

    /// Need not reach the disk at once: what a power cut undoes is taken again in the same round.
    /// Takes what was handed over in this round, also when a crash left it in hand: the broker
    /// gives
    /// a copy to one consumer at a time, and does not say after its own crash that it gave it
    /// before.
    private static final String TAKE =
            """
            with taken as (
              update delivery set status = 'sending', round = :round, changed_at = :now
              where id = :id
                and ((status in ('queued', 'sending') and round = :round)
                  or (status = 'ready' and round = :round - 1))
                and (:probe or not exists (select 1 from partner_pause p where p.partner = recipient))
              returning id, status, attempts, recipient, message_seq),
            unhurried as (select set_config('synchronous_commit', 'off', true))
            """
                    + LOADED.formatted(
                            FactsOnRecord.COLUMN.formatted("v"), "unhurried cross join taken");

    private final JdbcClient database;

    DeliveryRows(JdbcClient database) {
        this.database = database;
    }

    /// @param attempts spent so far
    /// @param receivedOn the day the conversation's clock started; absent until then, with `dueOn`
    /// @param protectedChild whether the child is on record as protected, now
    /// @param facts what is on record of the child, now; see [FactsOnRecord]
    /// @param request the canonical request of the conversation; absent where there is none
    record Loaded(
            UUID id,
            String status,
            int attempts,
            String recipient,
            String canonical,
            String sender,
            int revision,
            String state,
            Instant acceptedAt,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate dueOn,
            boolean protectedChild,
            @Nullable String facts,
            @Nullable String request,
            @Nullable Instant requestAt) {}

    Optional<Loaded> take(Handover handover, Instant now) {
        return database.sql(TAKE)
                .param("id", handover.delivery())
                .param("round", handover.round())
                .param("probe", handover.probe())
                .param("now", Rows.time(now))
                .query((row, n) -> loaded(row))
                .optional();
    }

    /// Puts back what could not be taken because its partner is paused, also when a crash had left
    /// it in hand or had undone its claim; no attempt is spent. It keeps the round, because the
    /// broker would take the same round for a copy.
    void putBack(Handover handover, Instant now) {
        database.sql(
                        """
                        update delivery set status = 'ready', round = :round, changed_at = :now
                        where id = :id
                          and ((status in ('queued', 'sending') and round = :round)
                            or (status = 'ready' and round = :round - 1))
                        """)
                .param("id", handover.delivery())
                .param("round", handover.round())
                .param("now", Rows.time(now))
                .update();
    }

    Optional<Loaded> find(UUID id) {
        return database.sql(
                        LOADED.formatted(FactsOnRecord.COLUMN.formatted("v"), "delivery")
                                + " where d.id = :id")
                .param("id", id)
                .query((row, n) -> loaded(row))
                .optional();
    }

    private static Loaded loaded(ResultSet row) throws SQLException {
        return new Loaded(
                row.getObject("id", UUID.class),
                row.getString("status"),
                row.getInt("attempts"),
                row.getString("recipient"),
                row.getString("canonical"),
                row.getString("sender"),
                row.getInt("revision"),
                row.getString("conversation_state"),
                instant(row, "accepted_at"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("protected"),
                row.getString("facts"),
                row.getString("request"),
                row.getString("request") == null ? null : instant(row, "request_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
