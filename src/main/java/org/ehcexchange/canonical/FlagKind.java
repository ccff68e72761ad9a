package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

/// Something that is so or is not.
final class FlagKind implements Kind<Boolean> {

    static final Kind<Boolean> FLAG = new FlagKind();

    private FlagKind() {}

    @Override
    public Boolean read(Place place, @Nullable Object value) {
        if (!(value instanceof Boolean flag)) {
            WrongType.note(place, "true or false", value);
            return standIn();
        }
        return flag;
    }

    @Override
    public Boolean standIn() {
        return false;
    }
}
