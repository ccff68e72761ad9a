package org.ehcexchange.worktray;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Transfers that were begun; gone once they are sent, or thrown away.
@Component
public class PlanDrafts {

    private static final int MOST = 100;

    private static final String SAVE =
            """
            insert into plan_draft (id, owner, entered, saved_by, saved_at)
            values (:id, :owner, :entered, :by, :now)
            on conflict (id) do update set entered = :entered, saved_by = :by, saved_at = :now
            where plan_draft.owner = :owner
            """;

    private final JdbcClient database;
    private final Rows rows;
    private final InstantSource clock;

    PlanDrafts(JdbcClient database, Rows rows, InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    /// Empty where there is none, as where it is another body's.
    public Optional<PlanDraft> find(OrganisationCode owner, UUID id) {
        return database.sql("select entered from plan_draft where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner.value())
                .query(String.class)
                .optional()
                .map(text -> rows.value(text, PlanDraft.class));
    }

    /// The one saved last first.
    public List<PlanDraft> of(OrganisationCode owner) {
        return database
                .sql(
                        """
                        select entered from plan_draft where owner = :owner
                        order by saved_at desc limit :most
                        """)
                .param("owner", owner.value())
                .param("most", MOST)
                .query(String.class)
                .list()
                .stream()
                .map(text -> rows.value(text, PlanDraft.class))
                .toList();
    }

    /// @param by what whoever entered it signs in with
    public void save(OrganisationCode owner, PlanDraft draft, String by) {
        database.sql(SAVE)
                .param("id", draft.id())
                .param("owner", owner.value())
                .param("entered", rows.json(draft))
                .param("by", by)
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    public void delete(OrganisationCode owner, UUID id) {
        database.sql("delete from plan_draft where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner.value())
                .update();
    }
}
