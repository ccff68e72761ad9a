package org.ehcexchange.worktray;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.util.UUID;

/// Answers that were begun, one a request and body; gone once they are sent.
@Component
public class Drafts {

    private static final String ONE = "conversation_id = :id and owner = :owner";

    private static final String SAVE =
            """
            insert into worktray_draft (conversation_id, owner, entered, saved_at)
            values (:id, :owner, :entered, :now)
            on conflict (conversation_id, owner) do update set entered = :entered, saved_at = :now
            """;

    private final JdbcClient database;
    private final Rows rows;
    private final InstantSource clock;

    Drafts(JdbcClient database, Rows rows, InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    /// What was begun, or an empty form.
    public Entered of(OrganisationCode owner, ConversationId id) {
        return ask("select entered from worktray_draft where " + ONE, owner, id)
                .query(String.class)
                .optional()
                .map(text -> rows.value(text, Entered.class))
                .orElseGet(() -> Entered.nothing(UUID.randomUUID()));
    }

    public boolean isBegun(OrganisationCode owner, ConversationId id) {
        return ask("select exists (select 1 from worktray_draft where " + ONE + ")", owner, id)
                .query(Boolean.class)
                .single();
    }

    public void save(OrganisationCode owner, ConversationId id, Entered entered) {
        ask(SAVE, owner, id)
                .param("entered", rows.json(entered))
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    void delete(OrganisationCode owner, ConversationId id) {
        ask("delete from worktray_draft where " + ONE, owner, id).update();
    }

    private JdbcClient.StatementSpec ask(String sql, OrganisationCode owner, ConversationId id) {
        return database.sql(sql).param("id", id.value()).param("owner", owner.value());
    }
}
