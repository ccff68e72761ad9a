package org.ehcexchange.ledger.children;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.children.Recognition.Candidate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// Whom of the record a child in doubt may be, described as the last request described them.
@Component
public class LikelyChildren {

    private static final int MOST = 3;

    private final JdbcClient database;
    private final ChildRows children;
    private final Rows rows;

    LikelyChildren(JdbcClient database, ChildRows children, Rows rows) {
        this.database = database;
        this.children = children;
        this.rows = rows;
    }

    /// The likeliest first, at most three.
    ///
    /// @param by the authority that named the child
    public List<OnRecord> of(Child child, OrganisationCode by) {
        return of(child, by, null);
    }

    /// @param reference of the case it came in, whose child is among them; absent where it came in
    ///     none
    public List<OnRecord> of(Child child, OrganisationCode by, @Nullable CaseReference reference) {
        return children.candidates(child, by, reference).children().stream()
                .sorted(Comparator.comparing(Candidate::by))
                .map(candidate -> candidate.known().id())
                .distinct()
                .limit(MOST)
                .map(this::described)
                .toList();
    }

    private OnRecord described(long id) {
        return database.sql(
                        """
                        select m.canonical from conversation v
                          join message m on m.sender = v.authority and m.message_id = v.request_id
                        where v.child_id = :id order by v.opened_at desc limit 1
                        """)
                .param("id", id)
                .query(String.class)
                .optional()
                .map(rows::message)
                .map(last -> OnRecord.of("the last request about them", last.envelope().child()))
                .orElseGet(() -> bare(id));
    }

    /// Whom only a case file names, or nobody asked about yet.
    private OnRecord bare(long id) {
        return database.sql("select * from child where id = :id")
                .param("id", id)
                .query((row, n) -> bare(row))
                .single();
    }

    private static OnRecord bare(ResultSet row) throws SQLException {
        return new OnRecord(
                "the record of children, which keeps names without accents and hyphens",
                row.getString("nhs_number"),
                row.getString("upn"),
                row.getString("family_name_key"),
                List.of(),
                row.getObject("date_of_birth", LocalDate.class),
                row.getBoolean("protected") ? null : row.getString("postcode"),
                row.getString("reference"));
    }
}
