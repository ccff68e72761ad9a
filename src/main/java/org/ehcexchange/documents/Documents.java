package org.ehcexchange.documents;

import org.ehcexchange.canonical.Confidentiality;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The store of documents. All reading and writing is streamed; memory does not grow with a
/// document.
public interface Documents {

    /// Stores what the stream holds, durably, before it returns.
    Storing store(New document, InputStream bytes);

    Optional<StoredDocument> find(UUID id);

    /// The documents with these bytes, whoever brought them, oldest first.
    List<StoredDocument> findBySha256(String sha256);

    /// A new stream over the bytes; the caller closes it.
    InputStream open(StoredDocument document);

    /// What is said of a document before its bytes are read.
    ///
    /// @param declaredType media type as declared; must agree with what the bytes are
    /// @param declaredSha256 absent when the sender gave none
    /// @param confidentiality absent means normal
    record New(
            OrganisationCode owner,
            String title,
            String declaredType,
            @Nullable String declaredSha256,
            @Nullable Confidentiality confidentiality) {

        public New(
                OrganisationCode owner,
                String title,
                String declaredType,
                @Nullable String declaredSha256) {
            this(owner, title, declaredType, declaredSha256, null);
        }
    }

    sealed interface Storing {
        record Stored(StoredDocument document) implements Storing {}

        /// Nothing was kept.
        record Refused(Problem problem, List<Violation> violations) implements Storing {}
    }

    enum Problem {
        TOO_LARGE,
        TYPE_NOT_ALLOWED,
        HASH_MISMATCH,
        EMPTY,
        INCOMPLETE
    }
}
