package org.ehcexchange.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.ehcexchange.canonical.ChildNumbers;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.Confidentiality;
import org.ehcexchange.canonical.Violation;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.regex.Pattern;

/// What is said of a document beside its bytes; never in a URL or header, where logs would keep it.
///
/// @param title 1 to 200 characters on one line; absent: a neutral one
/// @param sha256 64 hexadecimal digits; absent: not checked
/// @param confidentiality normal, restricted or very-restricted; absent: normal
record DocumentDetails(
        @Nullable String title, @Nullable String sha256, @Nullable String confidentiality) {

    static final DocumentDetails NONE = new DocumentDetails(null, null, null);

    private static final String NEUTRAL_TITLE = "document";
    private static final Pattern LINE =
            Pattern.compile("[^\\p{C}\\p{Z}]([^\\p{C}\\p{Zl}\\p{Zp}]{0,198}[^\\p{C}\\p{Z}])?");
    private static final Pattern HASH = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final ObjectReader READER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(DocumentDetails.class);

    /// @throws Refused when it says something else, or something unusable
    static DocumentDetails read(byte[] json) throws IOException {
        try {
            DocumentDetails details = READER.readValue(json);
            return details == null ? NONE : details.checked();
        } catch (JsonProcessingException unusable) {
            throw Refused.malformed(
                    "",
                    "The metadata is not a JSON object with title, sha256 and confidentiality"
                            + " only.",
                    "Send {\"title\": …} and, if you like, sha256 and confidentiality.");
        }
    }

    private DocumentDetails checked() {
        check(
                title == null || LINE.matcher(title).matches(),
                "title",
                "one line of 1 to 200 characters");
        if (title != null) {
            ChildNumbers.in(title).ifPresent(DocumentDetails::misplaced);
        }
        check(sha256 == null || HASH.matcher(sha256).matches(), "sha256", "64 hexadecimal digits");
        check(
                confidentiality == null || label() != null,
                "confidentiality",
                "normal, restricted or very-restricted");
        return this;
    }

    private static void misplaced(String number) {
        throw new Refused(
                Problem.INVALID,
                new Violation(
                        "/title",
                        "There is %s in this title.".formatted(number),
                        "Use a title that does not tell who the child is: people meet it outside"
                                + " the exchange."));
    }

    private static void check(boolean holds, String field, String form) {
        if (!holds) {
            throw new Refused(
                    Problem.INVALID,
                    new Violation(
                            "/" + field,
                            "The %s is not %s.".formatted(field, form),
                            "Send %s, or leave it out.".formatted(form)));
        }
    }

    String usualTitle() {
        return title == null ? NEUTRAL_TITLE : title;
    }

    @Nullable Confidentiality label() {
        return confidentiality == null
                ? null
                : Code.find(Confidentiality.class, confidentiality).orElse(null);
    }
}
