package org.ehcexchange.casefile;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.casefile.CaseFiles.CaseFile;
import org.ehcexchange.casefile.CaseFiles.Identity;
import org.ehcexchange.casefile.CaseFiles.Naming;
import org.ehcexchange.casefile.CaseFiles.Query;
import org.ehcexchange.casefile.CaseFiles.State;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.timekeeping.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The case files of the record: one row each. The ledger opens one with a case's first request.
@Component
class CaseRows {

    private static final String COLUMNS =
            """
            select f.id, f.authority, f.case_reference, f.assessment_requested_on, f.opened_at, f.state,
              f.child_id, h.why, h.differs
            from case_file f left join held_child h on h.case_id = f.id and h.state = 'held'
            """;

    private static final String ONE =
            COLUMNS + " where f.authority = :authority and f.case_reference = :reference";

    private static final String NEWEST =
            COLUMNS
                    + """
                    where f.authority in (:authorities)
                      and (cast(:state as text) is null or f.state = :state)
                      and (cast(:after as bigint) is null or (f.opened_at, f.id) <
                        (select a.opened_at, a.id from case_file a where a.id = :after))
                    order by f.opened_at desc, f.id desc limit :limit
                    """;

    private final JdbcClient database;

    CaseRows(JdbcClient database) {
        this.database = database;
    }

    /// @param id the database's own
    /// @param child on record; absent until it is known whose case it is
    record Row(long id, CaseKey key, @Nullable Long child, CaseFile file) {

        /// What the authority's own time limits are about.
        Subject.Case subject() {
            return new Subject.Case(key.authority(), key.reference());
        }
    }

    Optional<Row> find(CaseKey key) {
        return ask(ONE, key).query((row, n) -> row(row)).optional();
    }

    /// Locks the file for the rest of the transaction: what is added to it comes one after another.
    Optional<Row> lock(CaseKey key) {
        return ask(ONE + " for update of f", key).query((row, n) -> row(row)).optional();
    }

    List<Row> newest(Set<OrganisationCode> authorities, Query query, int limit) {
        return database.sql(NEWEST)
                .param("authorities", authorities.stream().map(OrganisationCode::value).toList())
                .param("state", query.state() == null ? null : query.state().code())
                .param("after", query.after())
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    /// False when there is one already.
    boolean open(CaseKey key, Instant at) {
        return ask(
                                """
                                insert into case_file (authority, case_reference, opened_at)
                                values (:authority, :reference, :at)
                                on conflict (authority, case_reference) do nothing
                                """,
                                key)
                        .param("at", Rows.time(at))
                        .update()
                == 1;
    }

    void requestedOn(Row row, LocalDate day) {
        database.sql("update case_file set assessment_requested_on = :day where id = :id")
                .param("day", day)
                .param("id", row.id())
                .update();
    }

    void isAbout(long file, long child) {
        database.sql("update case_file set child_id = :child where id = :id")
                .param("child", child)
                .param("id", file)
                .update();
    }

    void stand(Row row, State state) {
        database.sql("update case_file set state = :state where id = :id")
                .param("state", state.code())
                .param("id", row.id())
                .update();
    }

    private JdbcClient.StatementSpec ask(String sql, CaseKey key) {
        return database.sql(sql)
                .param("authority", key.authority().value())
                .param("reference", key.reference().value());
    }

    private static Row row(ResultSet row) throws SQLException {
        CaseReference reference = new CaseReference(row.getString("case_reference"));
        OrganisationCode authority = new OrganisationCode(row.getString("authority"));
        return new Row(
                row.getLong("id"),
                new CaseKey(authority, reference),
                row.getObject("child_id", Long.class),
                new CaseFile(
                        reference,
                        authority,
                        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getObject("assessment_requested_on", LocalDate.class),
                        identity(row),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant()));
    }

    /// What is held comes first: a person is asked for.
    private static Identity identity(ResultSet row) throws SQLException {
        String why = row.getString("why");
        if (why == null) {
            boolean known = row.getObject("child_id") != null;
            return new Identity(known ? Naming.KNOWN : Naming.NOT_SAID, null, List.of());
        }
        return new Identity(
                Naming.HELD, why, List.of((String[]) row.getArray("differs").getArray()));
    }
}
