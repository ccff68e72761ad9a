package org.ehcexchange.mapping;

import org.ehcexchange.canonical.Violation;

import java.util.List;
import java.util.Map;

/// The mappings as loaded now; a reload replaces them all at once or not at all.
public interface Mappings {

    /// Maps a tree from one format to another.
    ///
    /// @param agency the folder under `mappings/`, such as `health`
    /// @param message the canonical message type's code, such as `advice-request`
    /// @param input the source tree: maps, lists, strings, numbers, booleans
    /// @param context facts the source does not carry, bound as `$context` in the mapping
    Mapped map(
            String agency,
            String message,
            Direction direction,
            Map<String, Object> input,
            Map<String, Object> context);

    /// Violations of the canonical model with their places as the agency's format names them, by
    /// its
    /// table `codes/place.csv`; a place that the table does not have stays as it is.
    default List<Violation> inTermsOf(String agency, List<Violation> violations) {
        return violations;
    }

    /// From canonical to the agency's format, or back.
    enum Direction {
        TO,
        FROM
    }

    sealed interface Mapped {
        record Tree(Map<String, Object> tree) implements Mapped {}

        /// The mapping refused its input; never empty.
        record Refused(List<Violation> violations) implements Mapped {}
    }
}
