package org.ehcexchange.casefile;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.OrganisationCode;

/// One case: its reference is the authority's own, and means nothing without the authority.
///
/// @param authority in whose name it is on record, even after another one took over
public record CaseKey(OrganisationCode authority, CaseReference reference) {}
