package org.ehcexchange.notice;

import org.ehcexchange.ledger.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The emails on their way, and for a while those that were.
@Component
@NoticesOn
class MailRows {

    private static final Duration KEPT = Duration.ofDays(90);

    private static final String NEXT =
            """
            select * from notice_mail where state = 'ready' and not_before <= :now
            order by made_at limit 1 for update skip locked
            """;

    private static final String OLD =
            """
            select * from notice_mail where state = 'ready' and made_at < :before
            order by made_at limit 100 for update skip locked
            """;

    private static final String FORGET_TOLD =
            """
            with m as (delete from notice_mail where state <> 'ready' and ended_at < :before returning id)
            delete from notice where mail_id in (select id from m)
            """;

    private static final String FORGET_OVER =
            "delete from notice where state = 'over' and happened_at < :before";

    private final JdbcClient database;

    MailRows(JdbcClient database) {
        this.database = database;
    }

    /// @param person what they sign in with
    /// @param attempts how often it was refused
    record Mail(UUID id, String person, Letter letter, Instant madeAt, int attempts) {}

    void add(UUID id, String person, Letter letter, Instant now) {
        database.sql(
                        """
                        insert into notice_mail (id, person, subject, body, made_at, not_before)
                        values (:id, :person, :subject, :body, :now, :now)
                        """)
                .param("id", id)
                .param("person", person)
                .param("subject", letter.subject())
                .param("body", letter.body())
                .param("now", Rows.time(now))
                .update();
    }

    /// Locked for the rest of the transaction; empty where another instance has the last.
    Optional<Mail> next(Instant now) {
        return database.sql(NEXT)
                .param("now", Rows.time(now))
                .query((row, n) -> mail(row))
                .optional();
    }

    /// Those that were made before, locked for the rest of the transaction.
    List<Mail> madeBefore(Instant before) {
        return database.sql(OLD)
                .param("before", Rows.time(before))
                .query((row, n) -> mail(row))
                .list();
    }

    private static Mail mail(ResultSet row) throws SQLException {
        return new Mail(
                row.getObject("id", UUID.class),
                row.getString("person"),
                new Letter(row.getString("subject"), row.getString("body")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    void refused(Mail mail, Instant notBefore) {
        database.sql(
                        """
                        update notice_mail set attempts = attempts + 1, not_before = :notBefore
                        where id = :id
                        """)
                .param("notBefore", Rows.time(notBefore))
                .param("id", mail.id())
                .update();
    }

    /// @param state `sent` or `given-up`
    void end(Mail mail, String state, Instant now) {
        database.sql("update notice_mail set state = :state, ended_at = :now where id = :id")
                .param("state", state)
                .param("now", Rows.time(now))
                .param("id", mail.id())
                .update();
    }

    /// What was told or given up long ago is in the audit.
    void forget(Instant now) {
        for (String sql : List.of(FORGET_TOLD, FORGET_OVER)) {
            database.sql(sql).param("before", Rows.time(now.minus(KEPT))).update();
        }
    }
}
