package org.ehcexchange.agency.health;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.documents.Documents;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The SHA-1 of stored documents, which FHIR R4 asks for; read once a document, streamed.
@Component
final class DocumentHashes {

    private static final int REMEMBERED = 1_000;

    private final Documents documents;
    private final Map<String, String> remembered = new ConcurrentHashMap<>();

    DocumentHashes(Documents documents) {
        this.documents = documents;
    }

    /// By SHA-256; a document that is not in the store has none.
    Map<String, Object> of(List<DocumentReference> references) {
        Map<String, Object> hashes = new LinkedHashMap<>();
        for (DocumentReference reference : references) {
            sha1(reference.sha256()).ifPresent(hash -> hashes.put(reference.sha256(), hash));
        }
        return hashes;
    }

    private Optional<String> sha1(String sha256) {
        String known = remembered.get(sha256);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> read =
                documents.findBySha256(sha256).stream()
                        .findFirst()
                        .map(stored -> Hashes.sha1(documents.open(stored)));
        read.ifPresent(hash -> remember(sha256, hash));
        return read;
    }

    private void remember(String sha256, String sha1) {
        if (remembered.size() >= REMEMBERED) {
            remembered.clear();
        }
        remembered.put(sha256, sha1);
    }
}
