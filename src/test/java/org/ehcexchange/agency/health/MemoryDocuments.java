package org.ehcexchange.agency.health;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.StoredDocument;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A store of documents in memory that takes PDF and nothing else.
final class MemoryDocuments implements Documents {

    private final Map<StoredDocument, byte[]> all = new LinkedHashMap<>();

    StoredDocument add(String owner, byte[] bytes) {
        UUID id = UUID.nameUUIDFromBytes(bytes);
        DocumentReference reference =
                new DocumentReference(
                        id, "Report", "application/pdf", bytes.length, Hashes.sha256(bytes), null);
        StoredDocument stored =
                new StoredDocument(id, reference, new OrganisationCode(owner), Instant.EPOCH);
        all.put(stored, bytes);
        return stored;
    }

    @Override
    public Storing store(New document, InputStream bytes) {
        try {
            byte[] read = bytes.readAllBytes();
            return new String(read, StandardCharsets.ISO_8859_1).startsWith("%PDF")
                    ? new Storing.Stored(add(document.owner().value(), read))
                    : new Storing.Refused(
                            Problem.TYPE_NOT_ALLOWED,
                            List.of(new Violation("", "The bytes are not a PDF.", "Send a PDF.")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<StoredDocument> find(UUID id) {
        return all.keySet().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public List<StoredDocument> findBySha256(String sha256) {
        return all.keySet().stream()
                .filter(each -> each.reference().sha256().equals(sha256))
                .toList();
    }

    @Override
    public InputStream open(StoredDocument document) {
        byte[] bytes = all.get(document);
        return new ByteArrayInputStream(bytes == null ? new byte[0] : bytes);
    }
}
