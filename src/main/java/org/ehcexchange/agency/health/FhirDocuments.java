package org.ehcexchange.agency.health;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.Documents.Storing;
import org.ehcexchange.documents.StoredDocument;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Identifier;
import org.springframework.stereotype.Component;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Puts the documents inside a message into the store, and finds those that were uploaded before.
///
/// The same bytes from the same sender are stored once, so that a repeated message names the same
/// document.
@Component
final class FhirDocuments {

    private final Documents documents;
    private final AttachmentRules attachments;

    FhirDocuments(Documents documents, EdgeRules rules) {
        this.documents = documents;
        this.attachments = rules.attachments();
    }

    /// By the fullUrl of its DocumentReference, what the mapping needs to name each document; what
    /// the store refuses goes to `findings`.
    Map<String, Object> bring(Received received, Findings findings) {
        Map<String, Object> brought = new LinkedHashMap<>();
        for (Located<DocumentReference> document : Attachments.brought(received)) {
            bring(document, received, findings)
                    .ifPresent(stored -> brought.put(document.fullUrl(), tree(stored)));
        }
        return brought;
    }

    private Optional<StoredDocument> bring(
            Located<DocumentReference> document, Received received, Findings findings) {
        OrganisationCode caller = received.arrival().sender();
        Optional<byte[]> bytes =
                Attachments.inline(document, received).map(Located::resource).map(Binary::getData);
        String sha256 =
                bytes.map(Hashes::sha256)
                        .orElseGet(() -> Attachments.uploaded(document).orElseThrow());
        return attachments
                .own(sha256, caller, id(document.resource()))
                .or(() -> bytes.flatMap(all -> store(document, caller, all, findings)));
    }

    private static String id(DocumentReference document) {
        return document.getIdentifier().stream()
                .filter(Identifier::hasValue)
                .map(Identifier::getValue)
                .filter(Uuids::is)
                .findFirst()
                .orElse("");
    }

    private Optional<StoredDocument> store(
            Located<DocumentReference> document,
            OrganisationCode caller,
            byte[] bytes,
            Findings findings) {
        var about =
                new Documents.New(
                        caller,
                        title(document),
                        Attachments.of(document).getContentType(),
                        Hashes.sha256(bytes));
        return switch (documents.store(about, new ByteArrayInputStream(bytes))) {
            case Storing.Stored(StoredDocument stored) -> Optional.of(stored);
            case Storing.Refused refused -> {
                refused.violations().forEach(each -> tell(each, document, findings));
                yield Optional.empty();
            }
        };
    }

    private static String title(Located<DocumentReference> document) {
        String title = Attachments.of(document).getTitle();
        return title == null || title.isBlank() ? "Report" : title;
    }

    private static void tell(
            Violation violation, Located<DocumentReference> document, Findings findings) {
        findings.add(document.at("content[0].attachment"), violation.problem(), violation.remedy());
    }

    private static Map<String, Object> tree(StoredDocument stored) {
        return Map.of(
                "id", stored.id().toString(),
                "mediaType", stored.reference().mediaType(),
                "size", stored.reference().size(),
                "sha256", stored.reference().sha256());
    }
}
