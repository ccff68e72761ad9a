package org.ehcexchange.ledger;

import org.ehcexchange.canonical.OrganisationCode;

/// Who reads a child's record on a page, and what for; the audit keeps it.
///
/// @param by their organisation
/// @param person what they signed in with
/// @param purpose in a few words, without the child
public record Reader(OrganisationCode by, String person, String purpose) {}
