package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.Documents.Storing;
import org.ehcexchange.documents.DocumentsSettings;
import org.ehcexchange.documents.StoredDocument;
import org.ehcexchange.ledger.reading.DocumentReaders;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

import java.net.URI;
import java.security.Principal;
import java.util.Map;
import java.util.UUID;

/// Documents in and out, streamed.
@RestController
@RequestMapping("/api/v1/documents")
@Tag(name = "Documents")
class DocumentDoor {

    /// What a multipart body adds to its document at most: boundaries, headers, metadata.
    private static final long WRAPPING = 64 * 1024;

    private static final Map<String, String> ENDINGS =
            Map.of("application/pdf", ".pdf", "image/jpeg", ".jpg", "image/png", ".png");

    private final Documents documents;
    private final DocumentReaders readers;
    private final DocumentsSettings settings;

    DocumentDoor(Documents documents, DocumentReaders readers, DocumentsSettings settings) {
        this.documents = documents;
        this.readers = readers;
        this.settings = settings;
    }

    @PostMapping
    @Operation(
            summary = "Upload a document",
            description =
                    "multipart/form-data with the part metadata (JSON: title, sha256?,"
                        + " confidentiality?) and then the part file; or the bytes as the whole"
                        + " body under their own Content-Type, with a neutral title. What the bytes"
                        + " are must agree with the type declared. A message then names the"
                        + " document by what is answered here.")
    @Takes(
            value = {"multipart/form-data", "application/pdf", "image/jpeg", "image/png"},
            examples = {})
    @Answers(
            value = "201:document",
            problems = {
                Problem.MALFORMED,
                Problem.TOO_LARGE,
                Problem.UNSUPPORTED_TYPE,
                Problem.INVALID
            })
    ResponseEntity<?> store(HttpServletRequest request, Principal caller) {
        if (request.getContentLengthLong() > settings.maxSize().toBytes() + WRAPPING) {
            return Problem.TOO_LARGE.answer(
                    "The document is larger than %d bytes.".formatted(settings.maxSize().toBytes()),
                    "Make it smaller, or split it; the exchange's operator can raise the limit.");
        }
        Upload upload = isMultipart(request) ? Upload.multipart(request) : Upload.raw(request);
        return switch (documents.store(about(upload, caller), upload.bytes())) {
            case Storing.Stored(StoredDocument document) -> created(document.reference());
            case Storing.Refused refused -> problem(refused.problem()).answer(refused.violations());
        };
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Download a document",
            description =
                    "For who uploaded it and for whoever was sent a message that names it. The ETag"
                            + " is its SHA-256.")
    @Answers(
            value = {"200", "304"},
            problems = Problem.NOT_FOUND)
    ResponseEntity<Resource> read(@PathVariable UUID id, WebRequest request, Principal caller) {
        StoredDocument document =
                documents
                        .find(id)
                        .filter(d -> readers.mayRead(new OrganisationCode(caller.getName()), d))
                        .orElseThrow(Refused::notFound);
        String tag = "\"" + document.reference().sha256() + "\"";
        return request.checkNotModified(tag)
                ? ResponseEntity.status(304).eTag(tag).build()
                : bytes(document, tag);
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.regionMatches(true, 0, MediaType.MULTIPART_FORM_DATA_VALUE, 0, 19);
    }

    private static Documents.New about(Upload upload, Principal caller) {
        return new Documents.New(
                new OrganisationCode(caller.getName()),
                upload.details().usualTitle(),
                upload.type(),
                upload.details().sha256(),
                upload.details().label());
    }

    private static ResponseEntity<DocumentReference> created(DocumentReference document) {
        return ResponseEntity.created(URI.create("/api/v1/documents/" + document.id()))
                .body(document);
    }

    private static Problem problem(Documents.Problem problem) {
        return switch (problem) {
            case TOO_LARGE -> Problem.TOO_LARGE;
            case TYPE_NOT_ALLOWED -> Problem.UNSUPPORTED_TYPE;
            case HASH_MISMATCH, EMPTY -> Problem.INVALID;
            case INCOMPLETE -> Problem.MALFORMED;
        };
    }

    /// The file name is neutral: titles can be personal, and headers end up in logs.
    private ResponseEntity<Resource> bytes(StoredDocument document, String tag) {
        DocumentReference reference = document.reference();
        String name = "document" + ENDINGS.getOrDefault(reference.mediaType(), "");
        return ResponseEntity.ok()
                .eTag(tag)
                .contentType(MediaType.parseMediaType(reference.mediaType()))
                .contentLength(reference.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(new InputStreamResource(documents.open(document)));
    }
}
