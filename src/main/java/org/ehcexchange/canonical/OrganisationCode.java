package org.ehcexchange.canonical;

import java.util.regex.Pattern;

/// An organisation as messages name it: `LA:998`, `ODS:RN1`, `URN:900001`, `UKPRN:10000001`,
/// `SVC:northshire-eps`.
///
/// The form only: whether such an organisation exists is for the directory to say.
public record OrganisationCode(String value) {

    static final Pattern FORM =
            Pattern.compile(
                    "^(LA:[0-9]{3}|ODS:[A-Z0-9]{2,8}|URN:[0-9]{6}|UKPRN:[0-9]{8}"
                            + "|SVC:[a-z][a-z0-9]{0,29}(-[a-z0-9]{1,30}){0,5})$");

    /// @throws InvalidIdentifier when the text has another form
    public OrganisationCode {
        Parsed<String> checked = check(value);
        checked.orThrow();
    }

    public static Parsed<OrganisationCode> parse(String text) {
        return check(text).map(OrganisationCode::new);
    }

    /// `LA`, `ODS`, `URN`, `UKPRN` or `SVC`.
    public String scheme() {
        return value.substring(0, value.indexOf(':'));
    }

    /// What follows the scheme.
    public String id() {
        return value.substring(value.indexOf(':') + 1);
    }

    private static Parsed<String> check(String text) {
        if (FORM.matcher(text).matches()) {
            return new Parsed.Value<>(text);
        }
        return new Parsed.Problem<>(
                "This is not an organisation code.",
                "Use LA: and 3 digits, ODS: and an ODS code, URN: and 6 digits, UKPRN: and 8"
                        + " digits, or SVC: and a service's name in lower-case-with-hyphens.");
    }

    @Override
    public String toString() {
        return value;
    }
}
