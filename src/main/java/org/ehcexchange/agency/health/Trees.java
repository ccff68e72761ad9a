package org.ehcexchange.agency.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds its way in a FHIR resource as a plain tree, and tells places as FHIRPath.
final class Trees {

    /// What is looked for: `key` is the nearest field name above `node`.
    private interface Wanted {
        boolean is(String key, Object node);
    }

    interface Visitor {
        void visit(String path, String key, Object node);
    }

    private Trees() {}

    static Optional<String> pathOfKey(Map<String, Object> tree, String name) {
        return find(tree, (key, node) -> key.equals(name));
    }

    static Optional<String> pathOfValue(Map<String, Object> tree, String value) {
        return value.isEmpty()
                ? Optional.empty()
                : find(tree, (key, node) -> node instanceof String text && text.equals(value));
    }

    /// The same Bundle with the bytes of its Binary resources left out; entries keep their places.
    static Map<String, Object> withoutBytes(Map<String, Object> bundle) {
        if (!(bundle.get("entry") instanceof List<?> entries)) {
            return bundle;
        }
        Map<String, Object> copy = new LinkedHashMap<>(bundle);
        copy.put("entry", entries.stream().map(Trees::withoutData).toList());
        return copy;
    }

    private static Object withoutData(Object entry) {
        boolean binary =
                entry instanceof Map<?, ?> map
                        && map.get("resource") instanceof Map<?, ?> resource
                        && "Binary".equals(resource.get("resourceType"));
        return binary ? Map.of("resource", Map.of("resourceType", "Binary")) : entry;
    }

    /// Where it is, when it is in one place only: a wrong place is worse than none.
    private static Optional<String> find(Map<String, Object> tree, Wanted wanted) {
        List<String> found = new ArrayList<>();
        walk(
                tree,
                (path, key, node) -> {
                    if (wanted.is(key, node)) {
                        found.add(path);
                    }
                });
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// Visits every node, lists' members with the list's own key.
    static void walk(Map<String, Object> tree, Visitor visitor) {
        Object type = tree.get("resourceType");
        fields(type instanceof String name ? name : "Bundle", tree, visitor);
    }

    private static void fields(String path, Map<?, ?> map, Visitor visitor) {
        map.forEach((key, value) -> node(path + "." + key, String.valueOf(key), value, visitor));
    }

    private static void node(String path, String key, Object value, Visitor visitor) {
        visitor.visit(path, key, value);
        switch (value) {
            case Map<?, ?> map -> fields(path, map, visitor);
            case List<?> list -> members(path, key, list, visitor);
            default -> {}
        }
    }

    private static void members(String path, String key, List<?> list, Visitor visitor) {
        for (int i = 0; i < list.size(); i++) {
            node(path + "[" + i + "]", key, list.get(i), visitor);
        }
    }
}
