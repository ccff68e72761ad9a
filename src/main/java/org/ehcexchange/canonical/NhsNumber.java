package org.ehcexchange.canonical;

/// A person's NHS number in England: ten digits, the last of which checks the others.
public record NhsNumber(String value) {

    /// @throws InvalidIdentifier without showing the text
    public NhsNumber {
        Parsed<String> checked = check(value);
        checked.orThrow();
    }

    public static Parsed<NhsNumber> parse(String text) {
        return check(text).map(NhsNumber::new);
    }

    private static Parsed<String> check(String text) {
        if (CheckDigits.isNhsNumber(text)) {
            return new Parsed.Value<>(text);
        }
        return new Parsed.Problem<>(
                problem(text), "Send the child's NHS number as ten digits without spaces.");
    }

    private static String problem(String text) {
        if (CheckDigits.isUln(text)) {
            return "This is a ULN, not an NHS number.";
        }
        if (CheckDigits.looksLikeUpn(text)) {
            return "This is a UPN, not an NHS number.";
        }
        return CheckDigits.hasTenDigits(text)
                ? "The check digit shows that this is not an NHS number."
                : "An NHS number is ten digits.";
    }

    @Override
    public String toString() {
        return "NhsNumber[not shown]";
    }
}
