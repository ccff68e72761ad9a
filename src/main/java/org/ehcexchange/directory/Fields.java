package org.ehcexchange.directory;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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

    private void add(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (unread.put(key, tuple.getValueNode()) != null) {
            page.problem(Page.line(tuple.getKeyNode()), "'" + key + "' is given twice");
        }
    }

    int line() {
        return line;
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
