package org.ehcexchange.canonical;

import java.util.regex.Pattern;

/// The sums that tell a mistyped or misplaced identifier from a real one.
final class CheckDigits {

    private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");
    private static final Pattern UPN = Pattern.compile("[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]");

    /// The letters of a UPN; I, O and S are left out because they look like digits.
    private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private CheckDigits() {}

    static boolean hasTenDigits(String text) {
        return TEN_DIGITS.matcher(text).matches();
    }

    /// Weights 10 to 2 and the check digit itself: divisible by 11 (NHS Data Dictionary, NHS
    /// NUMBER). Ten equal digits pass the sum but are never issued.
    static boolean isNhsNumber(String text) {
        return hasTenDigits(text)
                && weighted(text) % 11 == 0
                && text.chars().distinct().count() > 1;
    }

    /// Weights 10 to 1: leaves 10 when divided by 11, which no NHS number does (Learning Records
    /// Service, ULN validation).
    static boolean isUln(String text) {
        return hasTenDigits(text) && weighted(text) % 11 == 10;
    }

    static boolean looksLikeUpn(String text) {
        return UPN.matcher(text).matches();
    }

    /// Weights 2 to 13 on what follows the check letter, modulo 23 (DfE UPN guide).
    static boolean isUpn(String text) {
        return looksLikeUpn(text) && text.charAt(0) == UPN_LETTERS.charAt(upnSum(text) % 23);
    }

    private static int weighted(String text) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (10 - i) * (text.charAt(i) - '0');
        }
        return sum;
    }

    private static int upnSum(String text) {
        int sum = 0;
        for (int i = 1; i < text.length(); i++) {
            sum += (i + 1) * upnValue(text.charAt(i));
        }
        return sum;
    }

    private static int upnValue(char c) {
        return Character.isDigit(c) ? c - '0' : UPN_LETTERS.indexOf(c);
    }
}
