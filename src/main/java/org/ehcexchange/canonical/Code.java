package org.ehcexchange.canonical;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A closed list of words, written in messages in lower-case kebab-case.
public interface Code {

    String name();

    /// The word as messages carry it, such as `advice-request`.
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E> & Code> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.code().equals(code))
                .findFirst();
    }
}
