package org.ehcexchange.canonical;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Free text in its three sizes, and text of a fixed form.
///
/// Lengths count characters (Unicode code points). Characters that JSON can say but XML 1.0 or the
/// database cannot are refused here, so that no later format has to drop one.
public final class Texts {

    /// One line without edges: a name, a title, a reference.
    static final Pattern LINE =
            Pattern.compile(
                    "^[^ \\x00-\\x1F\\x7F-\\x9F\\x{2028}\\x{2029}\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}]"
                        + "([^\\x00-\\x1F\\x7F-\\x9F\\x{2028}\\x{2029}\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}]*[^"
                        + " \\x00-\\x1F\\x7F-\\x9F\\x{2028}\\x{2029}\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}])?$");

    public static final Kind<String> REFERENCE = withoutNumbers(64, "reference");
    public static final Kind<String> NAME = line(100);
    public static final Kind<String> TITLE = line(200);
    static final Kind<String> DOCUMENT_TITLE = withoutNumbers(200, "title");
    public static final Kind<String> STATEMENT = prose(10_000);
    static final Kind<String> CHAPTER = prose(200_000);
    public static final Kind<String> SHA_256 =
            formed(
                    "[0-9a-f]{64}",
                    "This is not a SHA-256 hash.",
                    "Send the hash as 64 lower-case hexadecimal digits.");
    public static final Kind<String> MEDIA_TYPE =
            formed(
                    "[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}",
                    "This is not a media type.",
                    "Send a media type in lower case without parameters, such as application/pdf.");
    static final Kind<String> POSTCODE =
            formed(
                    "[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}",
                    "This is not a postcode.",
                    "Send the postcode in capitals with one space before the last three"
                            + " characters, or leave it out.");

    private Texts() {}

    private static Kind<String> line(int most) {
        return Kind.text(text -> asLine(text, most), "");
    }

    /// A line that people meet outside the exchange, and so may not hold a child's number.
    private static Kind<String> withoutNumbers(int most, String what) {
        return Kind.text(
                text ->
                        ChildNumbers.in(text)
                                .map(number -> misplaced(number, what))
                                .orElseGet(() -> asLine(text, most)),
                "");
    }

    private static Parsed<String> asLine(String text, int most) {
        return LINE.matcher(text).matches() && length(text) <= most
                ? new Parsed.Value<>(text)
                : new Parsed.Problem<>(
                        "This is empty, too long or not a plain line of text.",
                        "Send one line of 1 to "
                                + most
                                + " characters, without spaces at either end and without control"
                                + " characters.");
    }

    private static Parsed<String> misplaced(String number, String what) {
        return new Parsed.Problem<>(
                "There is %s in this %s.".formatted(number, what),
                "Use a %s that does not tell who the child is; the child's numbers have fields of"
                                .formatted(what)
                        + " their own.");
    }

    private static Kind<String> prose(int most) {
        return checked(
                text ->
                        !isBlank(text)
                                && length(text) <= most
                                && text.codePoints().allMatch(Texts::isSayable),
                "This is empty, too long or has control characters.",
                "Send 1 to " + most + " characters; line breaks and tabs are allowed.");
    }

    private static Kind<String> formed(String form, String problem, String remedy) {
        return checked(Pattern.compile(form).asMatchPredicate(), problem, remedy);
    }

    private static Kind<String> checked(Predicate<String> holds, String problem, String remedy) {
        return Kind.text(
                text ->
                        holds.test(text)
                                ? new Parsed.Value<>(text)
                                : new Parsed.Problem<>(problem, remedy),
                "");
    }

    private static boolean isSayable(int c) {
        return c >= 0x20
                ? (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF
                : c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean isBlank(String text) {
        return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r' || c == '\n');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
