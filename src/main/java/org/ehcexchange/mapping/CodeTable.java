package org.ehcexchange.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Pairs of a canonical word and the word a format uses for it.
///
/// A word may stand in several rows (synonyms); the first row is the one that is written.
final class CodeTable {

    private final String name;
    private final Map<String, String> wireByCanonical = new LinkedHashMap<>();
    private final Map<String, String> canonicalByWire = new LinkedHashMap<>();

    CodeTable(String name) {
        this.name = name;
    }

    /// False when the row says nothing new, because earlier rows have both words.
    boolean add(String canonical, String wire) {
        boolean one = wireByCanonical.putIfAbsent(canonical, wire) == null;
        boolean other = canonicalByWire.putIfAbsent(wire, canonical) == null;
        return one || other;
    }

    String name() {
        return name;
    }

    boolean isEmpty() {
        return wireByCanonical.isEmpty();
    }

    Optional<String> wire(String canonical) {
        return Optional.ofNullable(wireByCanonical.get(canonical));
    }

    Optional<String> canonical(String wire) {
        return Optional.ofNullable(canonicalByWire.get(wire));
    }

    Set<String> canonicalWords() {
        return wireByCanonical.keySet();
    }

    Set<String> wireWords() {
        return canonicalByWire.keySet();
    }
}
