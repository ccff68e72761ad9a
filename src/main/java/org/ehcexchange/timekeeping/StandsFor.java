package org.ehcexchange.timekeeping;

import org.ehcexchange.canonical.OrganisationCode;

import java.util.Set;

/// Whose duties and rights are a body's own today: its own, and those of closed bodies that it took
/// over from.
public interface StandsFor {

    /// The codes under which the record may know the body, its own among them.
    Set<OrganisationCode> codes(OrganisationCode body);
}
