package org.ehcexchange.documents;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.documents.Parts.Adopting;
import org.ehcexchange.documents.Parts.Announced;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Makes documents of parts: the bytes get their place in the store before the row is written, and
/// the part is forgotten last, so that a crash between them is healed by asking again.
@Component
class Adoption {

    private final DocumentFiles files;
    private final DocumentRows documents;
    private final PartRows parts;
    private final InstantSource clock;

    Adoption(
            DocumentsSettings settings, DocumentRows documents, PartRows parts, InstantSource clock)
            throws IOException {
        this.files = new DocumentFiles(settings.folder());
        this.documents = documents;
        this.parts = parts;
        this.clock = clock;
    }

    /// Whose parts, and where the bytes of each are.
    record Pushed(OrganisationCode owner, Function<String, Path> file) {}

    Adopting adopt(Pushed pushed, List<DocumentReference> wanted) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            look(pushed, wanted.get(i), "/documents/" + i).ifPresent(violations::add);
        }
        if (!violations.isEmpty()) {
            return new Adopting.Missing(violations);
        }
        List<DocumentReference> open =
                wanted.stream().filter(each -> documents.find(each.id()).isEmpty()).toList();
        open.forEach(reference -> keep(pushed, reference));
        open.forEach(reference -> parts.remove(pushed.owner(), reference.sha256()));
        return new Adopting.Adopted();
    }

    private Optional<Violation> look(Pushed pushed, DocumentReference reference, String pointer) {
        Optional<StoredDocument> before = documents.find(reference.id());
        if (before.isPresent()) {
            return isSame(before.get(), pushed.owner(), reference)
                    ? Optional.empty()
                    : Optional.of(taken(pointer));
        }
        return isHere(pushed, reference) ? Optional.empty() : Optional.of(missing(pointer));
    }

    private static boolean isSame(
            StoredDocument before, OrganisationCode owner, DocumentReference reference) {
        return before.owner().equals(owner)
                && announced(before.reference()).equals(announced(reference));
    }

    private static Announced announced(DocumentReference reference) {
        return new Announced(reference.sha256(), reference.size(), reference.mediaType());
    }

    private boolean isHere(Pushed pushed, DocumentReference reference) {
        Announced part = announced(reference);
        boolean whole =
                parts.find(pushed.owner(), part.sha256())
                        .filter(row -> row.whole() && row.part().equals(part))
                        .isPresent();
        boolean bytes =
                Files.exists(pushed.file().apply(part.sha256())) || files.has(part.sha256());
        return (whole && bytes) || documents.has(pushed.owner(), part);
    }

    private void keep(Pushed pushed, DocumentReference reference) {
        try {
            Path part = pushed.file().apply(reference.sha256());
            if (Files.exists(part)) {
                files.take(part, reference.sha256());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "A part could not be kept as a document; is the disk of"
                            + " exchange.documents.folder full or read-only?",
                    e);
        }
        documents.add(
                new StoredDocument(reference.id(), reference, pushed.owner(), clock.instant()));
    }

    private static Violation missing(String pointer) {
        return new Violation(
                pointer,
                "The bytes of this document have not been pushed whole.",
                "Announce them at POST /exchange/v1/parts, push them, then send the message"
                        + " again.");
    }

    private static Violation taken(String pointer) {
        return new Violation(
                pointer + "/id",
                "This id is taken for another document.",
                "Give each document an id of its own, for good.");
    }
}
