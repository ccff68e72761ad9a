package org.ehcexchange.agency.authority;

import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.StoredDocument;
import org.ehcexchange.sealing.Part;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/// Pieces of stored documents, streamed from disk.
@Component
class DocumentPieces {

    private final Documents documents;
    private final SealingSettings settings;

    DocumentPieces(Documents documents, SealingSettings settings) {
        this.documents = documents;
        this.settings = settings;
    }

    /// @param bytes read while they are sent
    record Piece(long length, BodyPublisher bytes) {}

    /// The piece that begins at an offset; empty when the document is not here.
    Optional<Piece> of(Part part, long offset) {
        long length = Math.min(settings.chunk().toBytes(), part.size() - offset);
        return documents.findBySha256(part.sha256()).stream()
                .findFirst()
                .map(document -> piece(document, offset, length));
    }

    private Piece piece(StoredDocument document, long offset, long length) {
        BodyPublisher streamed = BodyPublishers.ofInputStream(() -> open(document, offset, length));
        return new Piece(length, BodyPublishers.fromPublisher(streamed, length));
    }

    private InputStream open(StoredDocument document, long offset, long length) {
        InputStream bytes = documents.open(document);
        try {
            bytes.skipNBytes(offset);
            return new FirstBytes(bytes, length);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Document %s is shorter on disk than it was".formatted(document.id()), e);
        }
    }

    /// The beginning of a stream, no more of it.
    private static final class FirstBytes extends InputStream {

        private final InputStream all;
        private long left;

        FirstBytes(InputStream all, long length) {
            this.all = all;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = all.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public void close() throws IOException {
            all.close();
        }
    }
}
