package org.ehcexchange.casefile;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.OrganisationCode;

/// One case: its reference is the authority's own, and means nothing without the authority.
public record CaseKey(OrganisationCode authority, CaseReference reference) {}
