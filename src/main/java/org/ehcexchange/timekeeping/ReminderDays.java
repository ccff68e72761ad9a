package org.ehcexchange.timekeeping;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Which conversations' clocks have come to a day on which somebody should be reminded of them, and
/// was not reminded yet.
///
/// After days on which nobody looked, only the latest reminder is due.
@Component
public class ReminderDays {

    private static final String DUE =
            """
            select id, conversation_id, owed_by, due_soon_on, due_on,
              (select count(*) from unnest(reminders) as day where day <= :today) as number
            from running_clock
            where rule = :rule and reminds_on <= :today and conversation_id is not null
            order by reminds_on limit :limit
            """;

    private final JdbcClient database;

    ReminderDays(JdbcClient database) {
        this.database = database;
    }

    /// @param clock whose reminder it is
    /// @param number 1 for the first
    public record Due(
            UUID clock,
            ConversationId conversation,
            OrganisationCode owedBy,
            LocalDate dueSoonOn,
            LocalDate dueOn,
            int number) {}

    public List<Due> due(String rule, LocalDate today, int limit) {
        return database.sql(DUE)
                .param("rule", rule)
                .param("today", today)
                .param("limit", limit)
                .query((row, n) -> due(row))
                .list();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new OrganisationCode(row.getString("owed_by")),
                row.getObject("due_soon_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getInt("number"));
    }

    /// Records that this reminder was sent, and so none before it will be.
    public void sent(Due reminder) {
        database.sql(
                        "update running_clock set reminders_sent = greatest(reminders_sent,"
                                + " :number) where id = :id")
                .param("number", reminder.number())
                .param("id", reminder.clock())
                .update();
    }
}
