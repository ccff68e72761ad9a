package org.ehcexchange.ledger.casesleft;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.casesleft.CasesLeft.Left;
import org.ehcexchange.ledger.succession.CaseHolders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Finds what is still asked in cases that were left, whoever's name each is on record in.
@Component
class RequestsLeftOpen {

    /// By the reference, which another authority's case may have as well; one whose withdrawal the
    /// gate refused is not tried again.
    private static final String STILL_OPEN =
            """
            select l.authority as holder, l.how, l.left_on, l.successor, l.open_requests, r.canonical
            from case_left l
              join conversation v on v.case_reference = l.case_reference
              join message r on r.message_id = v.request_id and r.sender = v.authority
            where v.kind = 'advice' and v.state in ('requested', 'acknowledged', 'late')
              and not exists (select 1 from message w where w.conversation_id = v.id
                and w.type = 'advice-withdrawn' and w.door = 'exchange')
            order by v.opened_at
            """;

    private final JdbcClient database;
    private final CaseHolders holders;
    private final Rows rows;

    RequestsLeftOpen(JdbcClient database, CaseHolders holders, Rows rows) {
        this.database = database;
        this.holders = holders;
        this.rows = rows;
    }

    /// @param asked what is still open
    /// @param holder in whose name the case is on record
    record Open(AdviceRequest asked, OrganisationCode holder, Left left) {

        Envelope request() {
            return asked.envelope();
        }
    }

    List<Open> find() {
        return database.sql(STILL_OPEN).query((row, n) -> open(row)).list().stream()
                .filter(this::isOfTheCase)
                .toList();
    }

    private boolean isOfTheCase(Open open) {
        OrganisationCode authority = open.request().from();
        return open.holder().equals(holders.one(authority, open.asked().caseReference()));
    }

    private Open open(ResultSet row) throws SQLException {
        return new Open(
                (AdviceRequest) rows.message(row.getString("canonical")),
                new OrganisationCode(row.getString("holder")),
                CasesLeft.read(row));
    }
}
