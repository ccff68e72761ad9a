package org.ehcexchange.mapping;

import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Mappings.Mapped;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One example beside a mapping: a folder with an input, perhaps a context, and what comes of it.
///
/// It fails (`expected-violations.json`) or passes (`expected.json` or `.xml`); trees are compared
/// whole.
record Example(Path folder, MappingKey key) {

    private static final Pattern NAME = Pattern.compile("([a-z][a-z-]*)\\.(to|from)\\.[a-z0-9-]+");

    /// Empty when the folder's name is not an example's.
    static Optional<Example> named(Path folder, String agency) {
        var name = NAME.matcher(folder.getFileName().toString());
        return name.matches()
                ? Optional.of(
                        new Example(
                                folder,
                                new MappingKey(
                                        agency,
                                        name.group(1),
                                        Direction.valueOf(name.group(2).toUpperCase(Locale.ROOT)))))
                : Optional.empty();
    }

    boolean passes() {
        return !Files.exists(folder.resolve("expected-violations.json"));
    }

    /// What no longer holds, as a difference between expected (-) and actual (+).
    Optional<Problem> check(MappingSet set) {
        if (!set.mappings().containsKey(key)) {
            return Optional.of(new Problem(folder, 0, "there is no mapping " + key));
        }
        try {
            var difference = Difference.between(expected(), actual(set));
            return difference.isNone()
                    ? Optional.empty()
                    : Optional.of(new Problem(folder, 0, "no longer holds\n" + difference));
        } catch (ExampleTrees.Unreadable unreadable) {
            return Optional.of(unreadable.problem());
        }
    }

    /// The source tree.
    Map<String, Object> input() {
        return ExampleTrees.object(folder, "input");
    }

    private String expected() {
        return passes()
                ? ExampleTrees.print(ExampleTrees.object(folder, "expected"))
                : ExampleTrees.print(ExampleTrees.any(folder.resolve("expected-violations.json")));
    }

    private String actual(MappingSet set) {
        return switch (run(set)) {
            case Mapped.Tree(var tree) -> ExampleTrees.print(asWritten(tree));
            case Mapped.Refused(var violations) -> ExampleTrees.print(violations);
        };
    }

    /// As it comes back from the format's bytes, where one child and a list of one are the same.
    private Map<String, Object> asWritten(Map<String, Object> tree) {
        return Files.exists(folder.resolve("expected.xml"))
                ? ExampleTrees.xml(folder.resolve("expected.xml"), Xml.write(tree))
                : tree;
    }

    /// What tells it from the others of its mapping, such as `nothing-known`.
    String name() {
        var folderName = folder.getFileName().toString();
        return folderName.substring(folderName.lastIndexOf('.') + 1);
    }

    /// Facts that the source does not carry.
    Map<String, Object> context() {
        return ExampleTrees.context(folder);
    }

    Mapped run(MappingSet set) {
        return set.map(key, input(), context());
    }
}
