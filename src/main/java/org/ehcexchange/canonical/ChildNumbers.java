package org.ehcexchange.canonical;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds a child's number in text that travels where the number may not: a reference stands in
/// addresses, lists and e-mail, a document's title in file lists.
///
/// One ten-digit number in eleven passes for an NHS number, whatever it is.
public final class ChildNumbers {

    /// Together, or in groups as it is printed: 999 000 0018.
    private static final Pattern NHS_NUMBER =
            Pattern.compile("(?<![0-9])[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}(?![0-9])");

    private static final Pattern UPN =
            Pattern.compile("(?<![A-Z0-9])[A-Z][0-9]{11}[0-9A-Z](?![A-Z0-9])");

    /// A UUID is nobody's number, whatever digits it has.
    private static final Pattern UNIQUE_ID =
            Pattern.compile("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");

    private ChildNumbers() {}

    /// What there is, such as "an NHS number", without the number.
    public static Optional<String> in(String text) {
        String capitals = UNIQUE_ID.matcher(text.toUpperCase(Locale.ROOT)).replaceAll(" ");
        if (NHS_NUMBER.matcher(capitals).results().anyMatch(ChildNumbers::isNhsNumber)) {
            return Optional.of("an NHS number");
        }
        return UPN.matcher(capitals).results().map(MatchResult::group).anyMatch(CheckDigits::isUpn)
                ? Optional.of("a UPN")
                : Optional.empty();
    }

    private static boolean isNhsNumber(MatchResult found) {
        return CheckDigits.isNhsNumber(found.group().replaceAll("[ -]", ""));
    }
}
