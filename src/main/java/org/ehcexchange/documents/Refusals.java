package org.ehcexchange.documents;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.documents.Documents.New;
import org.ehcexchange.documents.Documents.Problem;
import org.ehcexchange.documents.Documents.Storing.Refused;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why a document is not taken, in words its sender can act on.
final class Refusals {

    private Refusals() {}

    /// What can be told only from the whole bytes; empty when nothing is wrong.
    static Optional<Refused> check(
            New document, String sha256, String type, DocumentsSettings settings) {
        String declaredHash = document.declaredSha256();
        if (declaredHash != null && !declaredHash.equalsIgnoreCase(sha256)) {
            return Optional.of(of(Problem.HASH_MISMATCH, settings));
        }
        if (!settings.allowedTypes().contains(type)) {
            return Optional.of(refused(Problem.TYPE_NOT_ALLOWED, notAllowed(type, settings)));
        }
        return bare(document.declaredType()).equals(type)
                ? Optional.empty()
                : Optional.of(refused(Problem.TYPE_NOT_ALLOWED, disagrees(type)));
    }

    static Refused of(Problem problem, DocumentsSettings settings) {
        return refused(
                problem,
                switch (problem) {
                    case TOO_LARGE -> tooLarge(settings);
                    case HASH_MISMATCH -> HASH_MISMATCH;
                    case EMPTY -> EMPTY;
                    case INCOMPLETE -> INCOMPLETE;
                    case TYPE_NOT_ALLOWED -> notAllowed("application/octet-stream", settings);
                });
    }

    private static Refused refused(Problem problem, Violation violation) {
        return new Refused(problem, List.of(violation));
    }

    private static Violation tooLarge(DocumentsSettings settings) {
        return new Violation(
                "",
                "The document is larger than %d bytes, the most this exchange takes."
                        .formatted(settings.maxSize().toBytes()),
                "Make it smaller, or split it; the exchange's operator can raise the limit.");
    }

    private static Violation notAllowed(String type, DocumentsSettings settings) {
        return new Violation(
                "",
                "By its bytes the document is %s, which this exchange does not take."
                        .formatted(type),
                "Send one of: %s. Renaming a file does not change what it is."
                        .formatted(String.join(", ", settings.allowedTypes())));
    }

    private static Violation disagrees(String type) {
        return new Violation(
                "",
                "By its bytes the document is %s, but it was declared as something else."
                        .formatted(type),
                "Declare it as %s, or send the document you meant.".formatted(type));
    }

    private static final Violation HASH_MISMATCH =
            new Violation(
                    "",
                    "The bytes that arrived do not have the SHA-256 that was declared.",
                    "Send the document again; if it fails again, hash the very bytes you send.");

    private static final Violation EMPTY =
            new Violation("", "The document has no bytes.", "Send the document's bytes.");

    private static final Violation INCOMPLETE =
            new Violation(
                    "",
                    "The upload broke off before the document was whole; nothing was kept.",
                    "Send the document again.");

    /// The media type without parameters.
    private static String bare(String mediaType) {
        int parameters = mediaType.indexOf(';');
        String type = parameters < 0 ? mediaType : mediaType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }
}
