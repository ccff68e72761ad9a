package org.ehcexchange.access;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Duty;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Person;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Who looks at a page, as the directory knows them at this request.
///
/// @param isHome whether they are of the authority that runs the exchange
public record SignedIn(Person person, Organisation organisation, boolean isHome)
        implements AuthenticatedPrincipal {

    /// What they signed in with.
    @Override
    public String getName() {
        return person.signIn();
    }

    public OrganisationCode code() {
        return organisation.code();
    }

    public boolean has(Duty duty) {
        return person.has(duty);
    }

    /// Whether they have the duty for the authority that runs the exchange.
    public boolean hasAtHome(Duty duty) {
        return isHome && has(duty);
    }
}
