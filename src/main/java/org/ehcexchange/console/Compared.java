package org.ehcexchange.console;

import org.ehcexchange.ledger.children.OnRecord;
import org.ehcexchange.ledger.children.TwoRecords;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// What came about a child and one whom it may be, line by line.
///
/// @param source where the record's side is from
record Compared(String source, List<Line> lines) {

    Compared {
        lines = List.copyOf(lines);
    }

    /// @param came empty where it was not given
    /// @param recorded empty where the record does not say
    /// @param differs both are given, and are not the same
    record Line(String field, String came, String recorded, boolean differs) {

        private static Line of(String field, @Nullable String came, @Nullable String recorded) {
            String one = Words.orNothing(came).strip();
            String other = Words.orNothing(recorded).strip();
            return new Line(
                    field, one, other, !one.isEmpty() && !other.isEmpty() && !same(one, other));
        }

        private static boolean same(String one, String other) {
            return plain(one).equals(plain(other));
        }

        private static String plain(String text) {
            return text.toLowerCase(Locale.UK).replace(" ", "");
        }
    }

    static List<Compared> of(TwoRecords records) {
        return records.onRecord().stream().map(known -> of(records.came(), known)).toList();
    }

    private static Compared of(OnRecord came, OnRecord known) {
        return new Compared(
                known.source(),
                List.of(
                        Line.of(
                                "NHS number",
                                grouped(came.nhsNumber()),
                                grouped(known.nhsNumber())),
                        Line.of("UPN", came.upn(), known.upn()),
                        Line.of("Family name", came.familyName(), known.familyName()),
                        Line.of("Given names", given(came), given(known)),
                        Line.of("Date of birth", day(came.dateOfBirth()), day(known.dateOfBirth())),
                        Line.of("Postcode", came.postcode(), known.postcode()),
                        Line.of("Child reference", came.reference(), known.reference())));
    }

    /// What came alone, where nobody on record is like it.
    static List<Line> alone(OnRecord came) {
        return of(came, came).lines();
    }

    private static String given(OnRecord child) {
        return String.join(" ", child.givenNames());
    }

    private static String day(LocalDate day) {
        return Words.day(day);
    }

    /// As it is printed: 999 000 0018.
    private static @Nullable String grouped(@Nullable String number) {
        return number == null || number.length() != 10
                ? number
                : "%s %s %s"
                        .formatted(
                                number.substring(0, 3),
                                number.substring(3, 6),
                                number.substring(6));
    }
}
