package org.ehcexchange.notification;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.NotificationCause;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.commissioner.NotResponsible;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The changes of commissioner on record: one row each, changed only under its lock.
@Component
class ChangeRows {

    private static final String HEAR =
            """
            insert into commissioner_change (id, cause, plan_conversation, plan_reference, authority,
              next_authority, aware_on, state, heard_at, changed_at)
            values (:id, 'move-between-authorities', :conversation, :plan, :authority, :next, :awareOn, 'heard', :at, :at)
            on conflict do nothing
            """;

    private final JdbcClient database;

    ChangeRows(JdbcClient database) {
        this.database = database;
    }

    /// That a plan moves.
    record Heard(
            ConversationId id,
            ConversationId planConversation,
            String plan,
            OrganisationCode authority,
            OrganisationCode next,
            LocalDate awareOn,
            Instant at) {}

    void hear(Heard heard) {
        database.sql(HEAR)
                .param("id", heard.id().value())
                .param("conversation", heard.planConversation().value())
                .param("plan", heard.plan())
                .param("authority", heard.authority().value())
                .param("next", heard.next().value())
                .param("awareOn", heard.awareOn())
                .param("at", Rows.time(heard.at()))
                .update();
    }

    /// Those with which the exchange is not done, the first heard first.
    List<ConversationId> atWork(int most) {
        return database.sql(
                        """
                        select id from commissioner_change where state in ('heard', 'unresolved', 'approved')
                        order by heard_at limit :most
                        """)
                .param("most", most)
                .query((row, n) -> new ConversationId(row.getObject(1, UUID.class)))
                .list();
    }

    Optional<Change> find(ConversationId id) {
        return ask(id, "");
    }

    /// Locked for the rest of the transaction.
    Optional<Change> lock(ConversationId id) {
        return ask(id, " for update");
    }

    private Optional<Change> ask(ConversationId id, String tail) {
        return database.sql("select * from commissioner_change where id = :id" + tail)
                .param("id", id.value())
                .query((row, n) -> change(row))
                .optional();
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                new ConversationId(row.getObject("id", UUID.class)),
                Code.find(NotificationCause.class, row.getString("cause")).orElseThrow(),
                new ConversationId(row.getObject("plan_conversation", UUID.class)),
                row.getString("plan_reference"),
                new OrganisationCode(row.getString("authority")),
                new OrganisationCode(row.getString("next_authority")),
                code(row, "started_by"),
                code(row, "stated_old"),
                code(row, "stated_new"),
                code(row, "old_commissioner"),
                code(row, "new_commissioner"),
                row.getObject("moved_on", LocalDate.class),
                row.getObject("aware_on", LocalDate.class),
                Code.find(ChangeState.class, row.getString("state")).orElseThrow(),
                instant(row, "approved_at"),
                row.getString("approved_by") != null,
                row.getInt("sendings"));
    }

    private static @Nullable OrganisationCode code(ResultSet row, String column)
            throws SQLException {
        String code = row.getString(column);
        return code == null ? null : new OrganisationCode(code);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /// @param reason why it is not, or not yet, sent; absent where nothing stands in the way
    void move(ConversationId id, ChangeState next, @Nullable String reason, Instant at) {
        database.sql(
                        """
                        update commissioner_change set state = :state, reason = :reason, changed_at = :at
                        where id = :id
                        """)
                .param("state", next.code())
                .param("reason", reason)
                .param("at", Rows.time(at))
                .param("id", id.value())
                .update();
    }

    /// @param successor absent where nobody can say who it is
    void resolved(
            Change change,
            OrganisationCode old,
            @Nullable OrganisationCode successor,
            long child,
            LocalDate movedOn) {
        database.sql(
                        """
                        update commissioner_change set old_commissioner = :old, new_commissioner = :new,
                          child_id = :child, moved_on = :movedOn where id = :id
                        """)
                .param("old", old.value())
                .param("new", successor == null ? null : successor.value())
                .param("child", child)
                .param("movedOn", movedOn)
                .param("id", change.id().value())
                .update();
    }

    /// @param by absent where it goes by itself
    void approved(
            ConversationId id,
            @Nullable String by,
            @Nullable String why,
            OrganisationCode successor,
            Instant at) {
        database.sql(
                        """
                        update commissioner_change set state = 'approved', approved_by = :by,
                          approval_reason = :why, approved_at = :at, changed_at = :at, reason = null,
                          new_commissioner = :new where id = :id
                        """)
                .param("by", by)
                .param("why", why)
                .param("new", successor.value())
                .param("at", Rows.time(at))
                .param("id", id.value())
                .update();
    }

    void sent(ConversationId id, Instant at) {
        database.sql(
                        """
                        update commissioner_change set state = 'sent', reason = null, changed_at = :at,
                          sendings = sendings + 1 where id = :id and state = 'approved'
                        """)
                .param("at", Rows.time(at))
                .param("id", id.value())
                .update();
    }

    /// It went to the wrong body: somebody must say who the right one is.
    void waitAgain(NotResponsible not, Instant at) {
        OrganisationCode responsible = not.responsible();
        database.sql(
                        """
                        update commissioner_change set state = 'waiting', reason = :reason, changed_at = :at,
                          new_commissioner = :new where id = :id and state = 'sent'
                        """)
                .param(
                        "reason",
                        not.told()
                                + " says that it is not the responsible body; tell the one that is")
                .param("new", responsible == null ? null : responsible.value())
                .param("at", Rows.time(at))
                .param("id", not.conversation().value())
                .update();
    }

    void overtaken(ConversationId id, Instant at) {
        database.sql(
                        """
                        update commissioner_change set state = 'overtaken', changed_at = :at,
                          reason = 'a later notification of the same child counts' where id = :id
                        """)
                .param("at", Rows.time(at))
                .param("id", id.value())
                .update();
    }

    void reminded(ConversationId id, int number) {
        database.sql("update commissioner_change set reminders = :number where id = :id")
                .param("number", number)
                .param("id", id.value())
                .update();
    }
}
