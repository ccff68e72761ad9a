package org.ehcexchange.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The published examples of canonical messages: `canonical/examples/<message>[.<name>].json`.
final class CanonicalExamples {

    private static final String USUAL = "plain";

    private CanonicalExamples() {}

    /// The names of a message's examples.
    static List<String> of(Path mappings, String message) {
        Pattern file = Pattern.compile(Pattern.quote(message) + "(?:\\.([a-z-]+))?\\.json");
        return MappingFolder.list(folder(mappings)).stream()
                .map(path -> file.matcher(path.getFileName().toString()))
                .filter(Matcher::matches)
                .map(name -> name.group(1) == null ? USUAL : name.group(1))
                .sorted()
                .toList();
    }

    /// Empty when there is none of that name.
    static Optional<String> text(Path mappings, String message, String name) {
        if (!of(mappings, message).contains(name)) {
            return Optional.empty();
        }
        String file = name.equals(USUAL) ? message + ".json" : message + "." + name + ".json";
        try {
            return Optional.of(Files.readString(folder(mappings).resolve(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path folder(Path mappings) {
        return mappings.resolve(MappingFolder.CANONICAL).resolve("examples");
    }
}
