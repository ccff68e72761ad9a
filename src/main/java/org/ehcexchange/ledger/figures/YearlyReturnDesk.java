package org.ehcexchange.ledger.figures;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.succession.Parties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/// Counts what moved, by the days on record.
@Component
class YearlyReturnDesk implements YearlyReturn {

    /// A plan that goes from one to the other of two authorities that one stands for did not move.
    private static final String MOVED =
            """
            select case when old_authority in (:parties) then 'left' else 'came' end as movement,
              transferred_on as moved, plan_reference as reference,
              case when old_authority in (:parties) then new_authority else old_authority end as other
            from plan_transfer
            where (old_authority in (:parties)) <> (new_authority in (:parties))
              and transferred_on between :from and :to
            union all
            select 'exported', left_on, case_reference, null from case_left
            where authority in (:parties) and how = 'exported' and left_on between :from and :to
            order by moved, reference
            """;

    private final JdbcClient database;
    private final Parties parties;

    YearlyReturnDesk(JdbcClient database, Parties parties) {
        this.database = database;
        this.parties = parties;
    }

    @Override
    public List<Moved> moved(OrganisationCode authority, int year) {
        return database.sql(MOVED)
                .param("parties", parties.of(authority))
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query((row, n) -> moved(row))
                .list();
    }

    private static Moved moved(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("moved", LocalDate.class);
        String reference = row.getString("reference");
        return switch (row.getString("movement")) {
            case "left" -> Moved.left(reference, on, other(row));
            case "came" -> Moved.came(reference, on, other(row));
            default -> Moved.exported(new CaseReference(reference), on);
        };
    }

    private static OrganisationCode other(ResultSet row) throws SQLException {
        return new OrganisationCode(row.getString("other"));
    }
}
