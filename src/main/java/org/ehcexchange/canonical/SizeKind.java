package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

/// A count of bytes: a whole number from 1.
final class SizeKind implements Kind<Long> {

    /// The largest whole number that every JSON library keeps exactly (RFC 8259, section 6).
    private static final double MOST = 9007199254740991.0;

    @Override
    public Long read(Place place, @Nullable Object value) {
        if (!(value instanceof Number number)) {
            WrongType.note(place, "a number", value);
            return standIn();
        }
        double size = number.doubleValue();
        if (size < 1 || size > MOST || size != Math.rint(size)) {
            place.note("This is not a size in bytes.", "Send a whole number from 1.");
            return standIn();
        }
        return number.longValue();
    }

    @Override
    public Long standIn() {
        return 1L;
    }
}
