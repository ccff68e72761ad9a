package org.ehcexchange.canonical;

/// A pupil's unique number in schools: a check letter and twelve characters, the last of which is a
/// letter while the number is temporary.
///
/// Its authority digits say who allocated it, not who is responsible for the child.
public record Upn(String value) {

    /// @throws InvalidIdentifier without showing the text
    public Upn {
        Parsed<String> checked = check(value);
        checked.orThrow();
    }

    public static Parsed<Upn> parse(String text) {
        return check(text).map(Upn::new);
    }

    private static Parsed<String> check(String text) {
        if (CheckDigits.isUpn(text)) {
            return new Parsed.Value<>(text);
        }
        return new Parsed.Problem<>(
                problem(text), "Send the UPN as thirteen characters, as the school holds it.");
    }

    private static String problem(String text) {
        if (CheckDigits.isNhsNumber(text)) {
            return "This is an NHS number, not a UPN.";
        }
        if (CheckDigits.isUln(text)) {
            return "This is a ULN, not a UPN.";
        }
        return CheckDigits.looksLikeUpn(text)
                ? "The check letter shows that this is not a UPN."
                : "A UPN is a letter, eleven digits and a digit or a letter.";
    }

    @Override
    public String toString() {
        return "Upn[not shown]";
    }
}
