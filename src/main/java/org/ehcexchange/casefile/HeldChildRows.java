package org.ehcexchange.casefile;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.Form;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.children.NamedChildren.Named;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Names of children that are held: at most one a case.
@Component
class HeldChildRows {

    private final JdbcClient database;
    private final Rows rows;

    HeldChildRows(JdbcClient database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    /// One that is held, locked for the rest of the transaction.
    ///
    /// @param file the database's own id of the case file
    record Row(UUID id, long file, CaseKey key, OrganisationCode by, Child child) {}

    /// Holds what was said last.
    void hold(CaseRows.Row file, CaseOpenings.Said said, Named.Doubtful doubt, Instant at) {
        database.sql(
                        """
                        insert into held_child (case_id, said_by, child, why, differs, since)
                        values (:file, :by, cast(:child as jsonb), :why, string_to_array(:differs, '|'), :at)
                        on conflict (case_id) where state = 'held' do update
                        set said_by = :by, child = cast(:child as jsonb), why = :why,
                          differs = string_to_array(:differs, '|')
                        """)
                .param("file", file.id())
                .param("by", said.by().value())
                .param("child", rows.json(said.tree().getOrDefault("child", Map.of())))
                .param("why", doubt.why())
                .param("differs", String.join("|", doubt.fields()))
                .param("at", Rows.time(at))
                .update();
    }

    /// What was said since leaves no doubt.
    void settle(CaseRows.Row file, Instant at) {
        database.sql(
                        """
                        update held_child set state = 'superseded', decided_at = :at
                        where case_id = :file and state = 'held'
                        """)
                .param("file", file.id())
                .param("at", Rows.time(at))
                .update();
    }

    List<HeldChildren.Item> waiting(int limit) {
        return database.sql(
                        """
                        select h.id, f.authority, f.case_reference, h.since, h.why, h.differs
                        from held_child h join case_file f on f.id = h.case_id
                        where h.state = 'held' order by h.since, h.id limit :limit
                        """)
                .param("limit", limit)
                .query((row, n) -> item(row))
                .list();
    }

    /// What is held, and the child as it was named.
    record Doubted(HeldChildren.Item item, OrganisationCode by, Child child) {}

    /// Empty when it is not held, or no more.
    Optional<Doubted> find(UUID item) {
        return database.sql(
                        """
                        select h.id, f.authority, f.case_reference, h.since, h.why, h.differs, h.said_by, h.child::text
                        from held_child h join case_file f on f.id = h.case_id
                        where h.id = :id and h.state = 'held'
                        """)
                .param("id", item)
                .query(
                        (row, n) ->
                                new Doubted(
                                        item(row),
                                        new OrganisationCode(row.getString("said_by")),
                                        child(rows.tree(row.getString("child")))))
                .optional();
    }

    private static HeldChildren.Item item(ResultSet row) throws SQLException {
        return new HeldChildren.Item(
                row.getObject("id", UUID.class),
                new OrganisationCode(row.getString("authority")),
                new CaseReference(row.getString("case_reference")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("why"),
                List.of((String[]) row.getArray("differs").getArray()));
    }

    /// Empty when it is not held, or no more.
    Optional<Row> take(UUID item) {
        return database.sql(
                        """
                        select h.id, f.id as file, f.authority, f.case_reference, h.said_by, h.child::text
                        from held_child h join case_file f on f.id = h.case_id
                        where h.id = :id and h.state = 'held' for update
                        """)
                .param("id", item)
                .query((row, n) -> row(row))
                .optional();
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getLong("file"),
                new CaseKey(
                        new OrganisationCode(row.getString("authority")),
                        new CaseReference(row.getString("case_reference"))),
                new OrganisationCode(row.getString("said_by")),
                child(rows.tree(row.getString("child"))));
    }

    /// One that was read before it was held.
    private static Child child(Map<String, Object> tree) {
        return switch (Form.read(
                Map.of("child", tree), fields -> fields.required("child", Kinds.CHILD))) {
            case Form.Sound<Child>(Child child) -> child;
            case Form.Faulty<Child>(var violations) ->
                    throw new IllegalStateException(
                            "A child that is held no longer reads: " + violations);
        };
    }

    void decide(UUID item, String state, Instant at) {
        database.sql("update held_child set state = :state, decided_at = :at where id = :id")
                .param("state", state)
                .param("at", Rows.time(at))
                .param("id", item)
                .update();
    }

    /// What became of it; empty when there was none.
    Optional<String> state(UUID item) {
        return database.sql("select state from held_child where id = :id")
                .param("id", item)
                .query(String.class)
                .optional();
    }
}
