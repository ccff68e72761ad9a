package org.ehcexchange.agency.health;

import org.ehcexchange.agency.health.MessageKind.Told;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentReferenceContentComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task.TaskOutputComponent;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The documents that a message brings, and where the bytes of each are.
///
/// An answer brings what its Task puts out; a DocumentReference that only the copy of the request
/// refers to was brought by the request. A request brings all it has.
final class Attachments {

    private static final Pattern UPLOADED = Pattern.compile("(?:.*/)?Binary/([0-9a-f]{64})");

    private Attachments() {}

    static List<Located<DocumentReference>> brought(Received received) {
        List<Located<DocumentReference>> all = received.all(DocumentReference.class);
        if (!Told.of(received).event().equals(MessageKind.RESPONSE)) {
            return all;
        }
        List<String> put = received.task().map(Attachments::putOut).orElse(List.of());
        return all.stream().filter(each -> put.contains(each.fullUrl())).toList();
    }

    private static List<String> putOut(Located<org.hl7.fhir.r4.model.Task> task) {
        return task.resource().getOutput().stream()
                .map(TaskOutputComponent::getValue)
                .filter(Reference.class::isInstance)
                .map(value -> String.valueOf(((Reference) value).getReference()))
                .toList();
    }

    static Attachment of(Located<DocumentReference> document) {
        List<DocumentReferenceContentComponent> content = document.resource().getContent();
        return content.isEmpty() ? new Attachment() : content.getFirst().getAttachment();
    }

    static String url(Located<DocumentReference> document) {
        return of(document).hasUrl() ? of(document).getUrl() : "";
    }

    static Optional<Located<Binary>> inline(Located<DocumentReference> document, Received from) {
        return from.target(url(document), Binary.class);
    }

    /// The SHA-256 of a document that was uploaded before.
    static Optional<String> uploaded(Located<DocumentReference> document) {
        Matcher matcher = UPLOADED.matcher(url(document));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
