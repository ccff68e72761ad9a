package org.ehcexchange.sealing;

import org.ehcexchange.canonical.Kind;
import org.ehcexchange.canonical.Place;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A time as whole seconds since 1970 (RFC 7519, NumericDate), up to the year 9999.
final class SecondsKind implements Kind<Instant> {

    private static final long LAST = 253_402_300_799L;

    @Override
    public Instant read(Place place, @Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            long seconds = ((Number) value).longValue();
            if (seconds >= 0 && seconds <= LAST) {
                return Instant.ofEpochSecond(seconds);
            }
        }
        place.note(
                "This is not a time in whole seconds since 1970.",
                "Send the time of signing as a whole number.");
        return standIn();
    }

    @Override
    public Instant standIn() {
        return Instant.EPOCH;
    }
}
