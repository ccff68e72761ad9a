package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// Says that a JSON value has the wrong type, without showing it.
final class WrongType {

    private WrongType() {}

    static void note(Place place, String wanted, @Nullable Object value) {
        place.note(
                "This must be " + wanted + ", not " + nameOf(value) + ".",
                value == null
                        ? "Send " + wanted + ", or leave an optional field out."
                        : "Send " + wanted + ".");
    }

    private static String nameOf(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String _ -> "text";
            case Number _ -> "a number";
            case Boolean _ -> "true or false";
            case List<?> _ -> "a list";
            case Map<?, ?> _ -> "an object";
            default -> "something that JSON does not have";
        };
    }
}
