package org.ehcexchange.documents;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.OrganisationCode;

import java.time.Instant;
import java.util.UUID;

/// A document the exchange holds.
///
/// @param reference as messages name it
/// @param owner who brought it
public record StoredDocument(
        UUID id, DocumentReference reference, OrganisationCode owner, Instant storedAt) {}
