package org.ehcexchange.mapping;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.mapping.Mappings.Direction;

import java.util.List;
import java.util.Map;

/// A format as its agency's adapter reads and writes it, so that its mappings can be tried on a
/// message that nobody sent.
///
/// What depends on who is calling, or on what the exchange holds, is not looked at.
public interface Format {

    /// In addresses, such as `cbds-xml`.
    String code();

    /// What people call it.
    String name();

    /// The folder under `mappings/`; `canonical` where nothing is mapped.
    String agency();

    /// Reads it as strictly as the door does.
    Read read(byte[] bytes);

    /// Laid out for people; the bytes that are sent may be closer together.
    Written write(Map<String, Object> tree);

    /// Whether its door takes such messages; the others only go out.
    default boolean comesIn(String message) {
        return true;
    }

    /// What `$context` may be for this source, where nobody gives it.
    default Map<String, Object> context(Direction direction, Map<String, Object> source) {
        return Map.of();
    }

    /// A mapping's violations with their places as the format names them.
    ///
    /// @param violations at JSON pointers into the tree that was read
    default List<Violation> ofTree(List<Violation> violations) {
        return violations;
    }

    /// As [#ofTree], for violations at places of the canonical message.
    default List<Violation> ofCanonical(List<Violation> violations) {
        return violations;
    }

    sealed interface Read {

        /// @param violations of the door's rules; empty when it keeps them all
        record Tree(Map<String, Object> tree, List<Violation> violations) implements Read {}

        /// Never empty.
        record Not(List<Violation> violations) implements Read {}
    }

    sealed interface Written {

        record Text(String text) implements Written {}

        /// The format cannot carry it; never empty.
        record Not(List<Violation> violations) implements Written {}
    }
}
