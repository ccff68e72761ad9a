package org.ehcexchange.architecture;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// One file of routes as its author wrote it, before Camel reads it.
record RouteFile(Path path, int lines, List<Map<String, Object>> entries) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> ROUTE_KEYS = Set.of("route", "routeTemplate");

    /// A route or the body of a route template.
    ///
    /// @param own the keys of the route itself
    /// @param steps every step in the order written, those inside other steps after their parent
    record Route(String kind, Map<String, Object> own, Map<String, Object> from, List<Step> steps) {

        String text(String key) {
            return own.get(key) instanceof String text ? text : "";
        }

        String uri() {
            return from.get("uri") instanceof String uri ? uri : "";
        }
    }

    /// @param kind the step's key, such as `to`
    record Step(String kind, Object body) {

        String text(String key) {
            return body instanceof Map<?, ?> map && map.get(key) instanceof String text ? text : "";
        }

        String uri() {
            return body instanceof String uri ? uri : text("uri");
        }
    }

    static RouteFile read(Path file) {
        try {
            String text = Files.readString(file);
            List<Map<String, Object>> entries = YAML.readerForListOf(Map.class).readValue(text);
            return new RouteFile(file, (int) text.lines().count(), entries);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read routes in " + file, e);
        }
    }

    static List<RouteFile> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(RouteFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Route> routes() {
        return entries.stream()
                .flatMap(entry -> entry.entrySet().stream())
                .filter(entry -> ROUTE_KEYS.contains(entry.getKey()))
                .map(entry -> route(entry.getKey(), map(entry.getValue())))
                .toList();
    }

    /// Every key of the file at any depth with what it holds.
    List<Step> everything() {
        List<Step> found = new ArrayList<>();
        entries.forEach(entry -> collectKeys(entry, found));
        return found;
    }

    private static Route route(String kind, Map<String, Object> body) {
        Map<String, Object> inner = body.containsKey("route") ? map(body.get("route")) : body;
        Map<String, Object> from = map(inner.get("from"));
        List<Step> steps = new ArrayList<>();
        collectSteps(from.containsKey("steps") ? from.get("steps") : inner.get("steps"), steps);
        Map<String, Object> own = new LinkedHashMap<>(inner);
        own.putAll(body);
        return new Route(kind, own, from, steps);
    }

    private static void collectSteps(Object steps, List<Step> found) {
        if (steps instanceof List<?> list) {
            list.forEach(
                    step ->
                            map(step)
                                    .forEach(
                                            (kind, body) -> {
                                                found.add(new Step(kind, body));
                                                collectNested(body, found);
                                            }));
        }
    }

    private static void collectNested(Object body, List<Step> found) {
        if (body instanceof List<?> branches) {
            branches.forEach(branch -> collectNested(branch, found));
        } else if (body instanceof Map<?, ?> map) {
            collectSteps(map.get("steps"), found);
            map.entrySet().stream()
                    .filter(entry -> !"steps".equals(entry.getKey()))
                    .forEach(entry -> collectNested(entry.getValue(), found));
        }
    }

    private static void collectKeys(Object node, List<Step> found) {
        if (node instanceof List<?> list) {
            list.forEach(item -> collectKeys(item, found));
        } else if (node instanceof Map<?, ?> map) {
            map.forEach(
                    (key, value) -> {
                        found.add(new Step(String.valueOf(key), value));
                        collectKeys(value, found);
                    });
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return node instanceof Map<?, ?> ? (Map<String, Object>) node : Map.of();
    }
}
