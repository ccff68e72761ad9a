package org.ehcexchange.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What came of reading a tree that is not a message, as strictly as one: what it says, or
/// everything that is wrong with it.
public sealed interface Form<T> {

    record Sound<T>(T value) implements Form<T> {}

    /// Never empty.
    record Faulty<T>(List<Violation> violations) implements Form<T> {
        public Faulty {
            violations = List.copyOf(violations);
        }
    }

    /// @param parts reads the fields it knows; any other is refused
    static <T> Form<T> read(Map<String, Object> tree, Function<Fields, T> parts) {
        List<Violation> violations = new ArrayList<>();
        return of(Kind.object(parts).read(new Place("", violations), tree), violations);
    }

    /// The same for one of a family, whose fields follow from a word of its own; where the word is
    /// wrong, nothing is said of the rest.
    ///
    /// @param word the field that says which it is
    static <E extends Enum<E> & Code, T> Form<T> read(
            Map<String, Object> tree, String word, Class<E> kinds, BiFunction<E, Fields, T> parts) {
        List<Violation> violations = new ArrayList<>();
        Fields fields = new Fields(new Place("", violations), tree);
        E kind = fields.required(word, Kinds.code(kinds));
        if (!fields.sound(word)) {
            return new Faulty<>(violations);
        }
        T read = parts.apply(kind, fields);
        fields.refuseOthers();
        return of(read, violations);
    }

    private static <T> Form<T> of(T read, List<Violation> violations) {
        return violations.isEmpty() ? new Sound<>(read) : new Faulty<>(violations);
    }
}
