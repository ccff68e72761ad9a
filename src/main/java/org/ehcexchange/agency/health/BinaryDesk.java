package org.ehcexchange.agency.health;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.Documents.Storing;
import org.ehcexchange.documents.StoredDocument;
import org.ehcexchange.ledger.reading.DocumentReaders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives out the bytes of documents, to whom they are for, and takes new ones.
@Component
final class BinaryDesk {

    private static final Pattern ID = Pattern.compile("/([0-9a-f]{64})");
    private static final Pattern DIGEST = Pattern.compile("sha-256=:([A-Za-z0-9+/]{43}=):");

    private final Documents documents;
    private final DocumentReaders readers;
    private final FhirAnswers answers;
    private final BinaryWriting writing;
    private final FhirBaseUrl base;

    BinaryDesk(
            Documents documents,
            DocumentReaders readers,
            FhirAnswers answers,
            BinaryWriting writing,
            FhirBaseUrl base) {
        this.documents = documents;
        this.readers = readers;
        this.answers = answers;
        this.writing = writing;
        this.base = base;
    }

    void give(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<StoredDocument> found = find(request);
        if (found.isEmpty()) {
            answers.refuse(
                    request,
                    response,
                    Problem.NOT_FOUND,
                    "There is no such document that you may see.",
                    "Take the address from the DocumentReference of a message to you.");
            return;
        }
        try (InputStream bytes = documents.open(found.get())) {
            writing.write(request, response, found.get().reference(), bytes);
        }
    }

    private Optional<StoredDocument> find(HttpServletRequest request) {
        Matcher id = ID.matcher(orEmpty(request.getPathInfo()));
        return id.matches() ? find(Caller.of(request), id.group(1)) : Optional.empty();
    }

    private Optional<StoredDocument> find(OrganisationCode caller, String sha256) {
        return documents.findBySha256(sha256).stream()
                .filter(each -> readers.mayRead(caller, each))
                .findFirst();
    }

    void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String type = MediaTypes.base(orEmpty(request.getContentType()));
        if (type.isEmpty() || MediaTypes.known(type).isPresent() || request.getPathInfo() != null) {
            answers.refuse(
                    request,
                    response,
                    Problem.MEDIA_TYPE,
                    "The body is not the bytes of a document.",
                    "POST the bytes themselves to Binary, with their own Content-Type, such as"
                            + " application/pdf.");
            return;
        }
        var about =
                new Documents.New(
                        Caller.of(request),
                        "Report",
                        type,
                        sha256(request.getHeader("Content-Digest")));
        switch (documents.store(about, request.getInputStream())) {
            case Storing.Stored(StoredDocument stored) -> created(response, stored);
            case Storing.Refused(var problem, var violations) ->
                    answers.refuse(request, response, problem(problem), violations);
        }
    }

    private void created(HttpServletResponse response, StoredDocument stored) {
        response.setStatus(HttpServletResponse.SC_CREATED);
        response.setHeader("Location", base.binary(stored.reference().sha256()));
        response.setHeader("ETag", "\"" + stored.reference().sha256() + "\"");
    }

    private static Problem problem(Documents.Problem problem) {
        return switch (problem) {
            case TOO_LARGE -> Problem.TOO_LARGE;
            case TYPE_NOT_ALLOWED, HASH_MISMATCH, EMPTY -> Problem.INVALID;
            case INCOMPLETE -> Problem.BAD_REQUEST;
        };
    }

    /// What Content-Digest (RFC 9530) declares, in hexadecimal; absent when it declares no SHA-256.
    private static @Nullable String sha256(@Nullable String header) {
        Matcher digest = DIGEST.matcher(orEmpty(header));
        return digest.find()
                ? HexFormat.of().formatHex(Base64.getDecoder().decode(digest.group(1)))
                : null;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
