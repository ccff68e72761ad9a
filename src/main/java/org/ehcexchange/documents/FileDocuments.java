package org.ehcexchange.documents;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.documents.Copying.Copied;
import org.ehcexchange.documents.Copying.NotCopied;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Documents as files named by their SHA-256, with what is said of them in the database.
///
/// The bytes are on disk before the row is written. A crash between the two leaves bytes that
/// nobody can name, which the next upload of the same bytes takes over.
@Component
class FileDocuments implements Documents {

    private final DocumentsSettings settings;
    private final DocumentFiles files;
    private final DocumentRows rows;
    private final InstantSource clock;

    FileDocuments(DocumentsSettings settings, DocumentRows rows, InstantSource clock)
            throws IOException {
        this.settings = settings;
        this.files = new DocumentFiles(settings.folder());
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Storing store(New document, InputStream bytes) {
        try (DocumentFiles.Incoming incoming = files.incoming()) {
            return switch (Copying.copy(bytes, incoming.out(), settings.maxSize())) {
                case NotCopied(Problem problem) -> Refusals.of(problem, settings);
                case Copied copied -> keep(document, copied, incoming);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "A document could not be stored; is the disk of exchange.documents.folder full"
                            + " or read-only?",
                    e);
        }
    }

    private Storing keep(New document, Copied copied, DocumentFiles.Incoming incoming)
            throws IOException {
        String type = TypeOfBytes.of(incoming.file());
        Optional<Storing.Refused> refused =
                Refusals.check(document, copied.sha256(), type, settings);
        if (refused.isPresent()) {
            return refused.get();
        }
        incoming.keepAs(copied.sha256());
        StoredDocument stored = stored(document, copied, type);
        rows.add(stored);
        return new Storing.Stored(stored);
    }

    private StoredDocument stored(New document, Copied copied, String type) {
        UUID id = UUID.randomUUID();
        DocumentReference reference =
                new DocumentReference(
                        id,
                        document.title(),
                        type,
                        copied.size(),
                        copied.sha256(),
                        document.confidentiality());
        return new StoredDocument(id, reference, document.owner(), clock.instant());
    }

    @Override
    public Optional<StoredDocument> find(UUID id) {
        return rows.find(id);
    }

    @Override
    public List<StoredDocument> findBySha256(String sha256) {
        return rows.findBySha256(sha256);
    }

    @Override
    public InputStream open(StoredDocument document) {
        try {
            return files.open(document.reference().sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The bytes of document %s are not in exchange.documents.folder; restore them from the backup"
                            .formatted(document.id()),
                    e);
        }
    }
}
