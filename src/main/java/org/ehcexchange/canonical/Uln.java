package org.ehcexchange.canonical;

/// A learner's unique number in post-14 education: ten digits, the last of which checks the others.
public record Uln(String value) {

    /// @throws InvalidIdentifier without showing the text
    public Uln {
        Parsed<String> checked = check(value);
        checked.orThrow();
    }

    public static Parsed<Uln> parse(String text) {
        return check(text).map(Uln::new);
    }

    private static Parsed<String> check(String text) {
        if (CheckDigits.isUln(text)) {
            return new Parsed.Value<>(text);
        }
        return new Parsed.Problem<>(problem(text), "Send the ULN as ten digits without spaces.");
    }

    private static String problem(String text) {
        if (CheckDigits.isNhsNumber(text)) {
            return "This is an NHS number, not a ULN.";
        }
        return CheckDigits.hasTenDigits(text)
                ? "The check digit shows that this is not a ULN."
                : "A ULN is ten digits.";
    }

    @Override
    public String toString() {
        return "Uln[not shown]";
    }
}
