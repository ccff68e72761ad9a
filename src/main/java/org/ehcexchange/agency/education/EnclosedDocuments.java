package org.ehcexchange.agency.education;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.StoredDocument;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The documents a message names, as the exchange holds them.
///
/// A school that sends files gives each document an id of its own; the exchange knows it again by
/// its SHA-256 and its owner, which also makes the same file sent twice one document.
@Component
class EnclosedDocuments {

    private final Documents documents;

    EnclosedDocuments(Documents documents) {
        this.documents = documents;
    }

    /// Puts the exchange's own id where the message names a document by another; leaves a document
    /// that is not held as it is, for the ledger to refuse.
    void nameAsStored(OrganisationCode owner, Map<String, Object> message) {
        if (message.get("documents") instanceof List<?> named) {
            named.forEach(document -> nameAsStored(owner, document));
        }
    }

    @SuppressWarnings("unchecked") // the mapping's own trees
    private void nameAsStored(OrganisationCode owner, Object document) {
        var fields = (Map<String, Object>) document;
        held(owner, String.valueOf(fields.get("id")), String.valueOf(fields.get("sha256")))
                .ifPresent(stored -> fields.put("id", stored.id().toString()));
    }

    Optional<StoredDocument> held(OrganisationCode owner, String id, String sha256) {
        return documents
                .find(UUID.fromString(id))
                .filter(stored -> stored.owner().equals(owner))
                .or(() -> bySha256(owner, sha256));
    }

    private Optional<StoredDocument> bySha256(OrganisationCode owner, String sha256) {
        return documents.findBySha256(sha256).stream()
                .filter(stored -> stored.owner().equals(owner))
                .findFirst();
    }
}
