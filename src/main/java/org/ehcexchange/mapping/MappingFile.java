package org.ehcexchange.mapping;

import org.ehcexchange.mapping.Mappings.Direction;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The text of one mapping and what its name says: `<agency>/<message>.<to|from>.jsonata`.
record MappingFile(Path path, String agency, String message, Direction direction, String source) {

    private static final Pattern NAME = Pattern.compile("([a-z][a-z-]*)\\.(to|from)\\.jsonata");

    /// Empty when the name is not a mapping file's.
    static Optional<MappingFile> named(Path path, String agency, String source) {
        var name = NAME.matcher(path.getFileName().toString());
        return name.matches()
                ? Optional.of(
                        new MappingFile(
                                path,
                                agency,
                                name.group(1),
                                Direction.valueOf(name.group(2).toUpperCase(Locale.ROOT)),
                                source))
                : Optional.empty();
    }

    MappingKey key() {
        return new MappingKey(agency, message, direction);
    }

    Problem problem(int line, String reason) {
        return new Problem(path, line, reason);
    }

    /// The line on which the character at `position` stands.
    int lineOf(int position) {
        var end = Math.clamp(position, 0, source.length());
        return (int) source.substring(0, end).chars().filter(c -> c == '\n').count() + 1;
    }
}
