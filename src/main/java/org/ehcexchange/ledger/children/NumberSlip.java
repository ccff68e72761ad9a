package org.ehcexchange.ledger.children;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Whether two valid NHS numbers are a slip of the keyboard apart: one of the first nine digits
/// differs, or two neighbours have changed places.
///
/// The tenth digit follows from the nine, and differs whenever one of them does.
final class NumberSlip {

    private static final int COUNTING_DIGITS = 9;

    private NumberSlip() {}

    static boolean between(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return false;
        }
        int[] places =
                IntStream.range(0, COUNTING_DIGITS)
                        .filter(i -> one.charAt(i) != other.charAt(i))
                        .toArray();
        return places.length == 1 || (places.length == 2 && swapped(one, other, places));
    }

    private static boolean swapped(String one, String other, int[] places) {
        return places[1] == places[0] + 1
                && Arrays.stream(places)
                        .allMatch(i -> one.charAt(i) == other.charAt(places[0] + places[1] - i));
    }
}
