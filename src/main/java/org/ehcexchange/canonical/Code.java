package org.ehcexchange.canonical;

import java.util.Optional;

/// A closed list of words, written in messages in lower-case kebab-case.
public interface Code {

    String name();

    /// The word as messages carry it, such as `advice-request`.
    default String code() {
        return CodeWords.of(this);
    }

    static <E extends Enum<E> & Code> Optional<E> find(Class<E> type, String code) {
        return Optional.ofNullable(type.cast(CodeWords.known(type).get(code)));
    }
}
