package org.ehcexchange.mapping;

import org.ehcexchange.mapping.Mappings.Direction;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The text of one mapping and what its name says: `<agency>/<message>.<to|from>.jsonata`.
///
/// @param shared the definitions of the agency's `shared.jsonata`, which come before `source`;
///     empty when there are none
record MappingFile(Path path, MappingKey key, String shared, String source) {

    static final String SHARED = "shared.jsonata";

    private static final Pattern NAME = Pattern.compile("([a-z][a-z-]*)\\.(to|from)\\.jsonata");

    /// Empty when the name is not a mapping file's.
    static Optional<MappingFile> named(Path path, String agency, String shared, String source) {
        var name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        var direction = Direction.valueOf(name.group(2).toUpperCase(Locale.ROOT));
        var key = new MappingKey(agency, name.group(1), direction);
        return Optional.of(new MappingFile(path, key, shared, source));
    }

    Direction direction() {
        return key.direction();
    }

    /// What is compiled; positions in it are positions for [#problemAt].
    String expression() {
        return shared.isEmpty() ? source : "(" + shared + source + ")";
    }

    Problem problem(int line, String reason) {
        return new Problem(path, line, reason);
    }

    Problem problemAt(int position, String reason) {
        return isShared(position)
                ? new Problem(path.resolveSibling(SHARED), line(shared, position - 1), reason)
                : problem(line(source, position - start()), reason);
    }

    /// Such as `education/advice-return.to line 12`.
    String place(int position) {
        return isShared(position)
                ? key.agency() + "/shared line " + line(shared, position - 1)
                : key + " line " + line(source, position - start());
    }

    private int start() {
        return shared.isEmpty() ? 0 : shared.length() + 1;
    }

    private boolean isShared(int position) {
        return position > 0 && position < start();
    }

    private static int line(String text, int position) {
        var end = Math.clamp(position, 0, text.length());
        return (int) text.substring(0, end).chars().filter(c -> c == '\n').count() + 1;
    }
}
