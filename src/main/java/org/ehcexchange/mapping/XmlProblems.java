package org.ehcexchange.mapping;

import org.ehcexchange.canonical.NhsNumber;
import org.ehcexchange.canonical.Parsed;
import org.ehcexchange.canonical.Upn;
import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/// Says a schema validator's finding in words that never repeat the value that was found.
final class XmlProblems {

    private static final Pattern CODE =
            Pattern.compile("^(cvc-[A-Za-z0-9.-]+): (.*)$", Pattern.DOTALL);
    private static final Pattern NAMESPACE = Pattern.compile("\"[^\"]*\":");
    private static final Pattern ENUMERATION = Pattern.compile("enumeration '\\[([^\\]]*)\\]'");

    private static final Pattern FORMED =
            Pattern.compile("Value '([^']*)' .* for type '([A-Za-z]+)'", Pattern.DOTALL);

    private static final String OTHER_FORM =
            "The value does not have the form that it must have here.";
    private static final String OTHER = "The value is not of the type that it must have here.";

    private XmlProblems() {}

    /// Null when an earlier finding on the same element said it already.
    static @Nullable String inWords(String message) {
        var parts = CODE.matcher(message);
        if (!parts.matches()) {
            return "This is not valid here.";
        }
        var code = parts.group(1);
        // These two follow a finding on the value itself.
        if (code.equals("cvc-type.3.1.3") || code.equals("cvc-attribute.3")) {
            return null;
        }
        return switch (code) {
            case "cvc-elt.1", "cvc-elt.1.a" ->
                    "The root element is not a message of this format and version.";
            case "cvc-enumeration-valid" ->
                    "The value is not one of: " + enumeration(message) + ".";
            case "cvc-pattern-valid" -> form(message);
            case "cvc-minLength-valid" -> "The value is empty or too short.";
            case "cvc-maxLength-valid" -> "The value is too long.";
            default -> code.startsWith("cvc-complex-type.") ? names(parts.group(2)) : OTHER;
        };
    }

    /// A number in another number's place is named for what it is.
    private static String form(String message) {
        var value = FORMED.matcher(message);
        if (!value.find()) {
            return OTHER_FORM;
        }
        return switch (value.group(2)) {
            case "NHSNumber" -> problem(NhsNumber.parse(value.group(1)));
            case "UPN" -> problem(Upn.parse(value.group(1)));
            default -> OTHER_FORM;
        };
    }

    private static String problem(Parsed<?> number) {
        return number instanceof Parsed.Problem<?>(String problem, String _) ? problem : OTHER_FORM;
    }

    private static String enumeration(String message) {
        var words = ENUMERATION.matcher(message);
        return words.find() ? words.group(1) : "the words the schema lists";
    }

    /// Findings on structure name elements and attributes, never values.
    private static String names(String sentence) {
        return NAMESPACE.matcher(sentence).replaceAll("").replaceAll("[{}]", "");
    }
}
