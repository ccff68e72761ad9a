package org.ehcexchange.casefile;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.casefile.CaseFiles.Meant;
import org.ehcexchange.ledger.succession.CaseHolders;
import org.ehcexchange.ledger.succession.Parties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;

/// Whose cases are an authority's own, and which one it means.
@Component
class Whose {

    private final CaseHolders holders;
    private final Parties parties;

    Whose(CaseHolders holders, Parties parties) {
        this.holders = holders;
        this.parties = parties;
    }

    /// In whose names the authority's cases are on record.
    Set<OrganisationCode> names(OrganisationCode authority) {
        return parties.codes(authority);
    }

    Meant meant(
            OrganisationCode caller, CaseReference reference, @Nullable OrganisationCode holder) {
        if (holder != null) {
            return names(caller).contains(holder) ? one(holder, reference) : new Meant.Nobodys();
        }
        List<OrganisationCode> found = holders.of(caller, reference);
        return found.size() == 1 ? one(found.getFirst(), reference) : new Meant.Several(found);
    }

    private static Meant one(OrganisationCode holder, CaseReference reference) {
        return new Meant.One(new CaseKey(holder, reference));
    }
}
