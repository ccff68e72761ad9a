package org.ehcexchange.agency.education;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.mapping.Xml;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Lets a message file wait, for a number of looks, for documents that are written beside it.
///
/// A partner writes its documents first, but a folder that is listed while files appear in it may
/// show the message without them.
@Component
class DocumentsAwaited {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final EnclosedDocuments documents;
    private final int looks;
    private final Map<Waiting, Integer> waiting = new ConcurrentHashMap<>();

    DocumentsAwaited(EnclosedDocuments documents, EducationSettings settings) {
        this.documents = documents;
        this.looks = settings.waitForDocuments();
    }

    private record Waiting(OrganisationCode sender, String file) {}

    /// @throws NotYet when a document is not held and the message has not waited long enough
    void check(OrganisationCode sender, String file, byte[] body) {
        var here = new Waiting(sender, file);
        if (hasAll(sender, body) || waiting.merge(here, 1, Integer::sum) > looks) {
            waiting.remove(here);
        } else {
            throw new NotYet(sender);
        }
    }

    /// What cannot be read waits for nothing: the reader says what is wrong with it.
    private boolean hasAll(OrganisationCode sender, byte[] body) {
        return !(Xml.read(body, null) instanceof Xml.Reading.Tree(var tree))
                || named(tree.values().iterator().next()).stream()
                        .allMatch(document -> isHeld(sender, document));
    }

    private static List<?> named(Object message) {
        var documents = message instanceof Map<?, ?> fields ? fields.get("Documents") : null;
        var document = documents instanceof Map<?, ?> fields ? fields.get("Document") : null;
        return switch (document) {
            case null -> List.of();
            case List<?> several -> several;
            default -> List.of(document);
        };
    }

    private boolean isHeld(OrganisationCode sender, Object document) {
        return !(document instanceof Map<?, ?> fields)
                || !(fields.get("DocumentID") instanceof String id)
                || !(fields.get("SHA256") instanceof String sha256)
                || !UUID_FORM.matcher(id).matches()
                || documents.held(sender, id, sha256).isPresent();
    }

    /// The file is left where it is and looked at again.
    static final class NotYet extends RuntimeException {
        NotYet(OrganisationCode sender) {
            super("A message of " + sender + " waits for documents that it names.");
        }
    }
}
