package org.ehcexchange.casefile;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.casefile.CaseFiles.CaseFile;
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

/// The case files of the record: one row each. The ledger opens one with a case's first request.
@Component
class CaseRows {

    private static final String ONE =
            """
            select id, authority, case_reference, assessment_requested_on, opened_at, state from case_file
            where authority = :authority and case_reference = :reference
            """;

    private static final String NEWEST =
            """
            select id, authority, case_reference, assessment_requested_on, opened_at, state from case_file f
            where authority = :authority and (cast(:state as text) is null or state = :state)
              and (cast(:after as text) is null or (opened_at, id) <
                (select a.opened_at, a.id from case_file a
                 where a.authority = :authority and a.case_reference = :after))
            order by opened_at desc, id desc limit :limit
            """;

    private final JdbcClient database;

    CaseRows(JdbcClient database) {
        this.database = database;
    }

    /// @param id the database's own
    record Row(long id, CaseKey key, CaseFile file) {

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
        return ask(ONE + " for update", key).query((row, n) -> row(row)).optional();
    }

    List<CaseFile> newest(OrganisationCode authority, Query query, int limit) {
        return database.sql(NEWEST)
                .param("authority", authority.value())
                .param("state", query.state() == null ? null : query.state().code())
                .param("after", text(query.after()))
                .param("limit", limit)
                .query((row, n) -> row(row).file())
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

    private static @Nullable String text(@Nullable CaseReference reference) {
        return reference == null ? null : reference.value();
    }

    private static Row row(ResultSet row) throws SQLException {
        CaseReference reference = new CaseReference(row.getString("case_reference"));
        return new Row(
                row.getLong("id"),
                new CaseKey(new OrganisationCode(row.getString("authority")), reference),
                new CaseFile(
                        reference,
                        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getObject("assessment_requested_on", LocalDate.class),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant()));
    }
}
