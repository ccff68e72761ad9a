package org.ehcexchange.ledger.succession;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;

/// In whose name a case is on record: its authority's own, or that of a closed authority it took
/// over from, whose cases are its own now.
@Component
public class CaseHolders {

    private final JdbcClient database;
    private final Parties parties;

    CaseHolders(JdbcClient database, Parties parties) {
        this.database = database;
        this.parties = parties;
    }

    /// The authority's own name alone where it has the case, or nobody has: more than one where
    /// several that it took over from had a case of this reference each.
    public List<OrganisationCode> of(OrganisationCode authority, CaseReference reference) {
        Set<String> names = parties.of(authority);
        if (names.size() == 1) {
            return List.of(authority);
        }
        List<OrganisationCode> found = search(names, reference);
        return found.isEmpty() || found.contains(authority) ? List.of(authority) : found;
    }

    /// The same for a message, which cannot say more: of several none is meant.
    public OrganisationCode one(OrganisationCode authority, CaseReference reference) {
        List<OrganisationCode> holders = of(authority, reference);
        return holders.size() == 1 ? holders.getFirst() : authority;
    }

    private List<OrganisationCode> search(Set<String> names, CaseReference reference) {
        return database.sql(
                        """
                        select authority from case_file
                        where authority in (:names) and case_reference = :reference order by authority
                        """)
                .param("names", names)
                .param("reference", reference.value())
                .query((row, n) -> new OrganisationCode(row.getString(1)))
                .list();
    }
}
