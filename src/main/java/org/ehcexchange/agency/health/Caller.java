package org.ehcexchange.agency.health;

import jakarta.servlet.http.HttpServletRequest;

import org.ehcexchange.canonical.OrganisationCode;

/// Who calls, by the credentials that were used.
final class Caller {

    private Caller() {}

    /// @throws IllegalStateException when the door was opened to nobody in particular
    static OrganisationCode of(HttpServletRequest request) {
        if (request.getUserPrincipal() == null) {
            throw new IllegalStateException("The FHIR door was opened without credentials");
        }
        return new OrganisationCode(request.getUserPrincipal().getName());
    }
}
