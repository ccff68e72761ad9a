package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What one JSON value must be, and what it becomes.
///
/// A value that is wrong is noted at its place and becomes a stand-in, so that reading goes on and
/// finds every violation; a message read with any violation is never handed out.
public interface Kind<T> {

    T read(Place place, @Nullable Object value);

    /// What a missing value becomes.
    T standIn();

    static <T> Kind<T> text(Function<String, Parsed<T>> parse, T standIn) {
        return new TextKind<>(parse, standIn);
    }

    static <T> Kind<T> object(Function<Fields, T> parts) {
        return new ObjectKind<>(parts);
    }

    /// @param least the fewest items, 0 or 1
    static <T> Kind<List<T>> list(Kind<T> item, int least, int most) {
        return new ListKind<>(item, least, most);
    }

    /// Text that `parse` makes a value of.
    record TextKind<T>(Function<String, Parsed<T>> parse, T standIn) implements Kind<T> {
        @Override
        public T read(Place place, @Nullable Object value) {
            if (!(value instanceof String text)) {
                WrongType.note(place, "text", value);
                return standIn;
            }
            return switch (parse.apply(text)) {
                case Parsed.Value<T>(T read) -> read;
                case Parsed.Problem<T>(String problem, String remedy) -> {
                    place.note(problem, remedy);
                    yield standIn;
                }
            };
        }
    }

    /// An object whose fields `parts` reads; it may have no others.
    record ObjectKind<T>(Function<Fields, T> parts) implements Kind<T> {
        @Override
        public T read(Place place, @Nullable Object value) {
            if (!(value instanceof Map<?, ?> tree)) {
                WrongType.note(place, "an object", value);
                return standIn();
            }
            Fields fields = new Fields(place, tree);
            T read = parts.apply(fields);
            fields.refuseOthers();
            return read;
        }

        @Override
        public T standIn() {
            return parts.apply(new Fields(new Place("", new ArrayList<>()), Map.of()));
        }
    }

    /// A list of one kind.
    record ListKind<T>(Kind<T> item, int least, int most) implements Kind<List<T>> {
        @Override
        public List<T> read(Place place, @Nullable Object value) {
            if (!(value instanceof List<?> items)) {
                WrongType.note(place, "a list", value);
                return standIn();
            }
            if (items.size() < least) {
                place.note("The list is empty.", "Send at least one item.");
            }
            if (items.size() > most) {
                place.note("The list is too long.", "Send at most " + most + " items.");
                return standIn();
            }
            List<T> read = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                read.add(item.read(place.at(i), items.get(i)));
            }
            return read;
        }

        @Override
        public List<T> standIn() {
            return List.of();
        }
    }
}
