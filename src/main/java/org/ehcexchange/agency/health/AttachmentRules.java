package org.ehcexchange.agency.health;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.StoredDocument;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.DocumentReference;

import java.util.List;
import java.util.Optional;

/// That every document is there, whole and what it is said to be.
final class AttachmentRules {

    private final Documents documents;

    AttachmentRules(Documents documents) {
        this.documents = documents;
    }

    List<EdgeRule> all() {
        return List.of(this::documentsAreThere, AttachmentRules::noBinaryIsLoose);
    }

    /// The caller's own document with these bytes; the one that `id` names where there are several.
    Optional<StoredDocument> own(String sha256, OrganisationCode caller, String id) {
        List<StoredDocument> own =
                documents.findBySha256(sha256).stream()
                        .filter(found -> found.owner().equals(caller))
                        .toList();
        return own.stream()
                .filter(found -> found.id().toString().equals(id))
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    private void documentsAreThere(Received received, Findings findings) {
        for (Located<DocumentReference> document : Attachments.brought(received)) {
            Optional<Located<Binary>> inline = Attachments.inline(document, received);
            Optional<String> uploaded = Attachments.uploaded(document);
            if (document.resource().getContent().size() != 1) {
                findings.add(
                        document.at("content"),
                        "A DocumentReference has exactly one content.",
                        "Send one DocumentReference for each document.");
            } else if (inline.isPresent()) {
                checkInline(document, inline.get().resource(), findings);
            } else if (uploaded.isPresent()) {
                checkUploaded(document, uploaded.get(), received, findings);
            } else {
                findings.add(
                        path(document, "url"),
                        "The document's bytes are neither in this Bundle nor at this exchange.",
                        "Refer to a Binary of this Bundle (urn:uuid:…), or POST the bytes to"
                                + " Binary first and send Binary/{sha256}.");
            }
        }
    }

    private static void checkInline(
            Located<DocumentReference> document, Binary binary, Findings findings) {
        Attachment said = Attachments.of(document);
        byte[] bytes = binary.hasData() ? binary.getData() : new byte[0];
        if (said.hasSize() && said.getSize() != bytes.length) {
            sizeDiffers(document, findings);
        }
        if (said.hasHash() && !Hashes.sha1(bytes).equals(hash(said))) {
            hashDiffers(document, findings);
        }
        if (!said.hasContentType() || !said.getContentType().equals(binary.getContentType())) {
            findings.add(
                    path(document, "contentType"),
                    "The attachment and its Binary do not declare the same content type.",
                    "Send the same media type in both.");
        }
    }

    private void checkUploaded(
            Located<DocumentReference> document,
            String sha256,
            Received received,
            Findings findings) {
        Attachment said = Attachments.of(document);
        Optional<StoredDocument> found = own(sha256, received.arrival().sender(), "");
        if (found.isEmpty()) {
            findings.add(
                    path(document, "url"),
                    "This exchange holds no such document of yours.",
                    "POST the bytes to Binary first, and send the Location that comes back.");
            return;
        }
        if (said.hasSize() && said.getSize() != found.get().reference().size()) {
            sizeDiffers(document, findings);
        }
        if (said.hasHash() && !Hashes.sha1(documents.open(found.get())).equals(hash(said))) {
            hashDiffers(document, findings);
        }
        if (said.hasContentType()
                && !said.getContentType().equals(found.get().reference().mediaType())) {
            findings.add(
                    path(document, "contentType"),
                    "The declared type is not the type of the uploaded bytes.",
                    "Declare " + found.get().reference().mediaType() + ".");
        }
    }

    private static void sizeDiffers(Located<DocumentReference> document, Findings findings) {
        findings.add(
                path(document, "size"),
                "The size is not the number of bytes of the document.",
                "Send the whole document and its size in bytes, before base64.");
    }

    private static void hashDiffers(Located<DocumentReference> document, Findings findings) {
        findings.add(
                path(document, "hash"),
                "The hash is not the hash of the document's bytes.",
                "Send the SHA-1 of the bytes before base64, itself as base64 (FHIR R4"
                        + " Attachment.hash); the document may have been damaged on the way.");
    }

    private static String hash(Attachment said) {
        Base64BinaryType hash = said.getHashElement();
        return String.valueOf(hash.getValueAsString());
    }

    static String path(Located<DocumentReference> document, String below) {
        return document.at("content[0].attachment." + below);
    }

    private static void noBinaryIsLoose(Received received, Findings findings) {
        List<String> wanted =
                received.all(DocumentReference.class).stream().map(Attachments::url).toList();
        received.all(Binary.class).stream()
                .filter(binary -> !wanted.contains(binary.fullUrl()))
                .forEach(
                        binary ->
                                findings.add(
                                        binary.path(),
                                        "No DocumentReference refers to this Binary.",
                                        "Send a DocumentReference for it, or leave it out."));
    }
}
