package org.ehcexchange.notification;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.notification.Changes.By;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// The changes that somebody started, as they begin.
@Component
class StartRows {

    private static final String ADD =
            """
            insert into commissioner_change (id, cause, plan_conversation, plan_reference, authority,
              next_authority, started_by, stated_old, stated_new, moved_on, aware_on, state, sha256,
              heard_at, changed_at)
            values (:id, 'other', :conversation, :plan, :authority, :authority, :by, :old, :new, :changedOn,
              :awareOn, 'heard', :sha256, :at, :at)
            on conflict do nothing
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Audit audit;

    StartRows(JdbcClient database, TransactionTemplate transaction, Audit audit) {
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
    }

    /// @param old absent where the directory says
    record New(
            Starts.Word word,
            OrganisationCode authority,
            @Nullable OrganisationCode old,
            ConversationId plan,
            LocalDate awareOn,
            String sha256) {}

    void add(New change, By by, Instant at) {
        transaction.executeWithoutResult(status -> addWithin(change, by, at));
    }

    private void addWithin(New change, By by, Instant at) {
        OrganisationCode old = change.old();
        database.sql(ADD)
                .param("id", change.word().id())
                .param("conversation", change.plan().value())
                .param("plan", change.word().plan())
                .param("authority", change.authority().value())
                .param("by", by.body().value())
                .param("old", old == null ? null : old.value())
                .param("new", change.word().to().value())
                .param("changedOn", change.word().changedOn())
                .param("awareOn", change.awareOn())
                .param("sha256", change.sha256())
                .param("at", Rows.time(at))
                .update();
        audit.add(
                new Audit.Act(
                        by.body().value(),
                        "started",
                        null,
                        new ConversationId(change.word().id()),
                        Audit.by(by.person(), Map.of())));
    }

    /// Of what a change was started with; empty where no change has this id.
    Optional<String> sha256(ConversationId id) {
        return database.sql("select coalesce(sha256, '') from commissioner_change where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }
}
