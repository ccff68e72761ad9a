package org.ehcexchange.canonical;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// One fault put into a message's tree, and nothing else changed.
///
/// @param tree the whole message with the fault in it
record Mutation(String name, Map<String, Object> tree) {

    private static final List<Object> WRONG_VALUES =
            List.of(
                    7,
                    1.5,
                    -1,
                    true,
                    List.of(),
                    Map.of(),
                    "",
                    " ",
                    " edge",
                    "edge ",
                    "two\nlines\n",
                    "bell\u0007",
                    "\uD800",
                    "\uFFFF",
                    "line\u2028separator",
                    "nonsense",
                    "Nonsense-with-capitals",
                    "12345678901",
                    "2026-02-30",
                    "05/01/2026",
                    "2026-01-05T10:00",
                    "2026-01-05T10:00:00",
                    "2026-01-05T24:00:00Z",
                    "2026-13-05T10:00:00Z",
                    "1234-5678",
                    "A950000178301\n",
                    "zz99 3vz",
                    "application/pdf; x=y",
                    "a".repeat(65),
                    "😀".repeat(101),
                    "a".repeat(201),
                    "😀".repeat(10_001));

    /// Every single fault of this list that can be put into a message.
    static Stream<Mutation> of(Map<String, Object> tree) {
        return places(tree, List.of()).flatMap(path -> at(tree, path));
    }

    private static Stream<Mutation> at(Map<String, Object> tree, List<Object> path) {
        Stream<Mutation> wrong =
                WRONG_VALUES.stream()
                        .map(value -> with(tree, path, Edit.put(value), "set " + brief(value)));
        Stream<Mutation> shape =
                Stream.of(
                        with(tree, path, Edit.put(null), "set null"),
                        with(tree, path, Edit.remove(), "drop"),
                        with(tree, path, Edit.add(), "add a field"),
                        with(tree, path, Edit.many(), "repeat 201 times"));
        return Stream.concat(shape, wrong);
    }

    private static Mutation with(
            Map<String, Object> tree, List<Object> path, Edit edit, String name) {
        Object changed = changed(tree, path, edit);
        @SuppressWarnings("unchecked")
        Map<String, Object> mutated = (Map<String, Object>) changed;
        return new Mutation(name + " at " + path, mutated);
    }

    private static Object changed(Object node, List<Object> path, Edit edit) {
        Object key = path.getFirst();
        List<Object> rest = path.subList(1, path.size());
        if (node instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            if (rest.isEmpty()) {
                edit.inMap(copy, key);
            } else {
                copy.put(key, changed(map.get(key), rest, edit));
            }
            return copy;
        }
        List<Object> copy = new ArrayList<>((List<?>) node);
        int index = (Integer) key;
        if (rest.isEmpty()) {
            edit.inList(copy, index);
        } else {
            copy.set(index, changed(copy.get(index), rest, edit));
        }
        return copy;
    }

    private static Stream<List<Object>> places(Object node, List<Object> path) {
        Stream<List<Object>> here = path.isEmpty() ? Stream.empty() : Stream.of(path);
        return switch (node) {
            case Map<?, ?> map ->
                    Stream.concat(
                            here,
                            map.entrySet().stream()
                                    .flatMap(e -> places(e.getValue(), plus(path, e.getKey()))));
            case List<?> list ->
                    Stream.concat(
                            here,
                            Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                                    .flatMap(i -> places(list.get(i), plus(path, i))));
            default -> here;
        };
    }

    private static List<Object> plus(List<Object> path, Object key) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    private static String brief(Object value) {
        String text = String.valueOf(value);
        return text.length() > 30 ? text.length() + " long" : "'" + text + "'";
    }

    /// What is done at one place.
    private interface Edit {
        void inMap(Map<Object, Object> map, Object key);

        void inList(List<Object> list, int index);

        static Edit put(Object value) {
            return new Replacing(_ -> value);
        }

        static Edit add() {
            return new Replacing(
                    old -> {
                        if (!(old instanceof Map<?, ?> map)) {
                            return old;
                        }
                        Map<Object, Object> copy = new LinkedHashMap<>(map);
                        copy.put("unheardOf", "x");
                        return copy;
                    });
        }

        static Edit many() {
            return new Replacing(
                    old ->
                            old instanceof List<?> list && !list.isEmpty() && !named(list)
                                    ? Collections.nCopies(201, list.getFirst())
                                    : old);
        }

        private static boolean named(List<?> list) {
            return list.getFirst() instanceof Map<?, ?> map && map.containsKey("sha256");
        }

        static Edit remove() {
            return new Removing();
        }
    }

    private record Replacing(UnaryOperator<Object> value) implements Edit {
        @Override
        public void inMap(Map<Object, Object> map, Object key) {
            map.put(key, value.apply(map.get(key)));
        }

        @Override
        public void inList(List<Object> list, int index) {
            list.set(index, value.apply(list.get(index)));
        }
    }

    private record Removing() implements Edit {
        @Override
        public void inMap(Map<Object, Object> map, Object key) {
            map.remove(key);
        }

        @Override
        public void inList(List<Object> list, int index) {
            list.remove(index);
        }
    }
}
