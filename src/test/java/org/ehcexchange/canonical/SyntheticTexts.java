package org.ehcexchange.canonical;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.time.LocalDate;

/// Text as people really write it: accents, quotes, markup, line breaks, characters beyond the
/// first 65,536.
public final class SyntheticTexts {

    private static final String[] PIECES = {
        "Needs help with",
        "speech & language",
        "naïve café",
        "O'Neill’s “quoted” 'words'",
        "\"double\"",
        "<b>not markup</b>",
        "<![CDATA[x]]>",
        "5 < 6 > 4",
        "&amp;",
        "C:\\path\\n",
        "50% {{x}} ${y} $$ #{z}",
        "émoji 😀👩‍👧",
        "ŵ ŷ Ŵ",
        "العربية",
        "漢字",
        "a;b,c|d~e^f",
        "half\u00A0hour",
        "null",
        "true",
        "007",
        "1.0",
        "-",
        "2026-01-05"
    };

    private SyntheticTexts() {}

    /// One line of 1 to 64 characters, never with a space at either end.
    public static Arbitrary<String> lines() {
        return pieces(" ", 2);
    }

    /// One or more lines; tabs and both kinds of line break occur.
    public static Arbitrary<String> proses() {
        return Combinators.combine(
                        pieces(" ", 3),
                        Arbitraries.of("\n", "\n\n", "\r\n", "\t", " - ", "  "),
                        pieces("\n", 3))
                .as((first, gap, rest) -> first + gap + rest);
    }

    /// What councils call their cases and children.
    public static Arbitrary<String> references() {
        return Combinators.combine(
                        Arbitraries.of("ER-2026-", "NS/", "C", "EHC 26."),
                        Arbitraries.integers().between(1, 999_999))
                .as((prefix, number) -> prefix + number);
    }

    /// @param first the first day, such as `2026-01-01`
    public static Arbitrary<LocalDate> dates(String first, String last) {
        LocalDate from = LocalDate.parse(first);
        LocalDate to = LocalDate.parse(last);
        return Arbitraries.longs()
                .between(from.toEpochDay(), to.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<String> pieces(String between, int most) {
        return Arbitraries.of(PIECES)
                .list()
                .ofMinSize(1)
                .ofMaxSize(most)
                .map(list -> String.join(between, list));
    }
}
