package org.ehcexchange.mapping;

import org.ehcexchange.mapping.Mappings.Direction;

import java.util.List;

/// One thing that can be tried: a kind of message in one direction of a format.
///
/// @param message the canonical message type's code
/// @param profile the format, with its version, that the mapping was written against
/// @param leftOut what the mapping says it leaves out on the way to the format
/// @param examples their names; those that pass come first
/// @param takesFacts whether the mapping is told something beside the message (`$context`)
public record Subject(
        Format format,
        String message,
        Direction direction,
        String profile,
        List<LeftOut> leftOut,
        List<String> examples,
        boolean takesFacts) {

    public Subject {
        leftOut = List.copyOf(leftOut);
        examples = List.copyOf(examples);
    }

    /// @param pointer JSON pointer of a canonical field; `+` stands for any name or index
    public record LeftOut(String pointer, String why) {}

    boolean isMapped() {
        return !format.agency().equals(MappingFolder.CANONICAL);
    }

    /// An example as it can be tried.
    ///
    /// @param text empty where the format cannot carry it
    /// @param context as JSON; empty where the example has none
    public record Sample(String text, String context) {}
}
