package org.ehcexchange.agency.education;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.StoredDocument;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Documents kept in memory, their first megabyte at least; refuses what begins with "MZ", as an
/// executable does.
final class DocumentsInMemory implements Documents {

    private final Map<StoredDocument, byte[]> all = new LinkedHashMap<>();
    private volatile long bytesSeen;

    @Override
    public synchronized Storing store(New document, InputStream stream) {
        byte[] bytes = read(stream);
        if (bytes[0] == 'M' && bytes[1] == 'Z') {
            return new Storing.Refused(
                    Problem.TYPE_NOT_ALLOWED,
                    List.of(new Violation("", "This is a program.", "Send a PDF.")));
        }
        var reference =
                new DocumentReference(
                        UUID.randomUUID(),
                        document.title(),
                        document.declaredType(),
                        bytes.length,
                        sha256(bytes),
                        null);
        var stored = new StoredDocument(reference.id(), reference, document.owner(), Instant.EPOCH);
        all.put(stored, bytes);
        return new Storing.Stored(stored);
    }

    @Override
    public synchronized Optional<StoredDocument> find(UUID id) {
        return all.keySet().stream().filter(stored -> stored.id().equals(id)).findFirst();
    }

    @Override
    public synchronized List<StoredDocument> findBySha256(String sha256) {
        return all.keySet().stream()
                .filter(stored -> stored.reference().sha256().equals(sha256))
                .toList();
    }

    @Override
    public synchronized InputStream open(StoredDocument document) {
        return new ByteArrayInputStream(all.get(document));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    long bytesSeen() {
        return bytesSeen;
    }

    private byte[] read(InputStream stream) {
        try {
            byte[] kept = stream.readNBytes(1024 * 1024);
            bytesSeen += kept.length + stream.transferTo(OutputStream.nullOutputStream());
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
