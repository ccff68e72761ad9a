package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Parsed;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The keys of one YAML mapping, read strictly: whatever nobody asked for is unknown.
///
/// A required value that is missing is reported and read as the empty string, so that reading goes
/// on and finds the other problems; a page with a problem is never used.
final class Fields {

    private final Page page;
    private final int line;
    private final Map<String, Node> unread = new LinkedHashMap<>();

    Fields(Page page, MappingNode node) {
        this.page = page;
        this.line = Page.line(node);
        node.getValue().forEach(this::add);
    }

    /// One value that stands where a mapping of one key could.
    private Fields(Page page, String key, Node value) {
        this.page = page;
        this.line = Page.line(value);
        unread.put(key, value);
    }

    private void add(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (unread.put(key, tuple.getValueNode()) != null) {
            page.problem(Page.line(tuple.getKeyNode()), "'" + key + "' is given twice");
        }
    }

    int line() {
        return line;
    }

    /// Where a key's value stands; that of the mapping when the key is absent.
    int line(String key) {
        Node node = unread.get(key);
        return node == null ? line : Page.line(node);
    }

    void problem(int at, String reason) {
        page.problem(at, reason);
    }

    /// The value with its `${…}` resolved, if the key is there and not empty.
    Optional<Value> text(String key) {
        return raw(key).flatMap(raw -> page.values().resolve(raw, page));
    }

    Value required(String key) {
        if (!unread.containsKey(key)) {
            problem(line, "'" + key + "' is missing");
            return new Value(key, "", line);
        }
        return text(key).orElse(new Value(key, "", line));
    }

    /// The day at the key; nothing when it is absent or, which is reported, not a date.
    @Nullable LocalDate date(String key) {
        Optional<Value> value = text(key);
        try {
            return value.map(given -> LocalDate.parse(given.text())).orElse(null);
        } catch (DateTimeParseException e) {
            value.ifPresent(
                    given -> problem(given.line(), "'" + key + "' is not a date like 2022-07-01"));
            return null;
        }
    }

    /// The value as an organisation's code; nothing when it is missing or, which is reported, has
    /// another form.
    Optional<OrganisationCode> code(Value value) {
        if (value.isMissing()) {
            return Optional.empty();
        }
        return switch (OrganisationCode.parse(value.text())) {
            case Parsed.Value<OrganisationCode>(OrganisationCode code) -> Optional.of(code);
            case Parsed.Problem<OrganisationCode>(String problem, String remedy) -> {
                problem(value.line(), "'" + value.key() + "': " + problem + " " + remedy);
                yield Optional.empty();
            }
        };
    }

    /// A credential, under the rules for secrets.
    Optional<Secret> secret(String key) {
        return raw(key).flatMap(raw -> page.values().secret(raw, page));
    }

    Secret requiredSecret(String key) {
        if (!unread.containsKey(key)) {
            problem(line, "'" + key + "' is missing");
        }
        return secret(key).orElse(new Secret(""));
    }

    /// Each item of a list of plain values; nothing when the key is absent.
    List<Value> list(String key) {
        Node node = unread.remove(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .flatMap(item -> scalar(key, item).stream())
                    .flatMap(raw -> page.values().resolve(raw, page).stream())
                    .toList();
        }
        problem(Page.line(node), "'" + key + "' must be a list, such as [one, two]");
        return List.of();
    }

    /// What `read` makes of each item of a list, or of the one item in its place; a plain value is
    /// read as a mapping of `shorthand` alone.
    <T> List<T> each(String key, String shorthand, Function<Fields, Optional<T>> read) {
        Node node = unread.remove(key);
        if (node == null) {
            return List.of();
        }
        List<Node> items =
                node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        return items.stream().flatMap(item -> item(item, shorthand, read).stream()).toList();
    }

    private <T> Optional<T> item(Node node, String shorthand, Function<Fields, Optional<T>> read) {
        Fields fields =
                node instanceof MappingNode mapping
                        ? new Fields(page, mapping)
                        : new Fields(page, shorthand, node);
        Optional<T> result = read.apply(fields);
        fields.refuseTheRest();
        return result;
    }

    /// What `read` makes of the mapping under the key; keys it did not ask for are refused.
    <T> Optional<T> nested(String key, Function<Fields, Optional<T>> read) {
        Node node = unread.remove(key);
        if (node instanceof MappingNode mapping) {
            Fields fields = new Fields(page, mapping);
            Optional<T> result = read.apply(fields);
            result.ifPresent(_ -> fields.refuseTheRest());
            return result;
        }
        if (node != null) {
            problem(Page.line(node), "'" + key + "' must hold keys of its own, such as type");
        }
        return Optional.empty();
    }

    /// What `read` makes of each mapping of the list under the key.
    <T> List<T> nestedList(String key, Function<Fields, Optional<T>> read) {
        Node node = unread.remove(key);
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            int at = node == null ? line : Page.line(node);
            problem(at, "'" + key + "' must be a list with at least one item of its own keys");
            return List.of();
        }
        return sequence.getValue().stream().flatMap(item -> each(key, item, read)).toList();
    }

    private <T> Stream<T> each(String key, Node item, Function<Fields, Optional<T>> read) {
        if (item instanceof MappingNode mapping) {
            Fields fields = new Fields(page, mapping);
            Optional<T> result = read.apply(fields);
            fields.refuseTheRest();
            return result.stream();
        }
        problem(Page.line(item), "an item of '" + key + "' must hold keys of its own");
        return Stream.empty();
    }

    /// Every plain value that nobody asked for yet, by its key.
    Map<String, Value> theRest() {
        Map<String, Value> values = new LinkedHashMap<>();
        List.copyOf(unread.keySet())
                .forEach(key -> text(key).ifPresent(value -> values.put(key, value)));
        return values;
    }

    boolean has(String key) {
        return unread.containsKey(key);
    }

    void refuseTheRest() {
        unread.forEach(
                (key, node) -> problem(Page.line(node), "'" + key + "' is not a key known here"));
    }

    private Optional<Value> raw(String key) {
        Node node = unread.remove(key);
        return node == null ? Optional.empty() : scalar(key, node);
    }

    private Optional<Value> scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(new Value(key, scalar.getValue().strip(), Page.line(node)));
        }
        problem(Page.line(node), "'" + key + "' must be one value, not empty");
        return Optional.empty();
    }
}
