package org.ehcexchange.canonical;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.util.List;

/// Children who do not exist: NHS numbers from the range that is never issued (999 000 0000 to 999
/// 999 9999).
public final class SyntheticChildren {

    private SyntheticChildren() {}

    public static Arbitrary<Child> children() {
        return Combinators.combine(unprotected(), Arbitraries.of(true, false, false))
                .as((child, mark) -> mark ? child.asProtected() : child);
    }

    private static Arbitrary<Child> unprotected() {
        return Combinators.combine(
                        SyntheticTexts.references(),
                        nhsNumbers().injectNull(0.2),
                        upns().injectNull(0.4),
                        familyNames(),
                        givenNames().list().ofMinSize(1).ofMaxSize(3),
                        SyntheticTexts.dates("2001-09-02", "2025-06-30"),
                        Arbitraries.of(Sex.class).injectNull(0.3),
                        postcodes().injectNull(0.4))
                .as(
                        (reference, nhs, upn, family, given, born, sex, postcode) ->
                                new Child(
                                        reference, nhs, upn, family, given, born, sex, postcode,
                                        false));
    }

    public static Arbitrary<NhsNumber> nhsNumbers() {
        return Arbitraries.integers()
                .between(0, 999_999)
                .map(SyntheticChildren::withCheckDigit)
                .filter(CheckDigits::isNhsNumber)
                .map(NhsNumber::new);
    }

    public static Arbitrary<Upn> upns() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 999_999_999),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.of("0123456789ABCDEFGHJKLMNPQRTUVWXYZ".split("")))
                .as((a, b, last) -> "%09d%02d%s".formatted(a, b, last))
                .map(SyntheticChildren::withCheckLetter)
                .map(Upn::new);
    }

    /// Reserved for people without a fixed address: nobody lives there.
    static Arbitrary<String> postcodes() {
        return Arbitraries.of("ZZ99 3VZ", "ZZ99 3WZ", "ZZ9 9ZZ");
    }

    private static Arbitrary<String> familyNames() {
        return Arbitraries.of(
                "Testerson",
                "O'Sample",
                "Ørsted-Näm",
                "St. John Ex",
                "N’Example",
                "d'Ûn & Co",
                "Łęcka",
                "李");
    }

    private static Arbitrary<String> givenNames() {
        return Arbitraries.of(
                "Ada", "Zoë", "Jean-Luc", "Siân", "Mary Ann", "Ḥasan", "T", "Ng\u1ECDc \"Em\"");
    }

    private static String withCheckDigit(int serial) {
        String nine = "999%06d".formatted(serial);
        return List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9").stream()
                .map(digit -> nine + digit)
                .filter(CheckDigits::isNhsNumber)
                .findFirst()
                .orElse(nine + "0");
    }

    private static String withCheckLetter(String twelve) {
        return "ABCDEFGHJKLMNPQRTUVWXYZ"
                .chars()
                .mapToObj(letter -> (char) letter + twelve)
                .filter(CheckDigits::isUpn)
                .findFirst()
                .orElseThrow();
    }
}
