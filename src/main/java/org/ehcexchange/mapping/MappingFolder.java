package org.ehcexchange.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a folder of mappings, checks all of it, and gives a set only when nothing is wrong.
final class MappingFolder {

    /// Holds the published schemas; what is there is not mapped.
    static final String CANONICAL = "canonical";

    private final List<Problem> problems = new ArrayList<>();
    private final Map<MappingKey, Mapping> mappings = new LinkedHashMap<>();
    private final Map<String, CodeTable> places = new LinkedHashMap<>();
    private final List<Example> examples = new ArrayList<>();

    private MappingFolder() {}

    /// Reads the folder and runs its examples.
    ///
    /// @throws BadMappings naming every problem
    static MappingSet load(Path folder) {
        var set = read(folder);
        refuseIfAny(
                set.examples().stream()
                        .map(example -> example.check(set))
                        .flatMap(Optional::stream)
                        .toList());
        return set;
    }

    /// Reads the folder without running its examples.
    ///
    /// @throws BadMappings naming every problem
    static MappingSet read(Path folder) {
        var reader = new MappingFolder();
        list(folder).stream().filter(Files::isDirectory).forEach(reader::readAgency);
        refuseIfAny(reader.problems.stream().distinct().toList());
        return new MappingSet(
                Map.copyOf(reader.mappings),
                Map.copyOf(reader.places),
                List.copyOf(reader.examples));
    }

    private static void refuseIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new BadMappings(problems);
        }
    }

    private void readAgency(Path folder) {
        var agency = folder.getFileName().toString();
        if (folder.endsWith(CANONICAL)) {
            return;
        }
        var tables = readTables(folder.resolve("codes"));
        if (tables.containsKey(Places.TABLE)) {
            places.put(agency, tables.get(Places.TABLE));
        }
        var shared = text(folder.resolve(MappingFile.SHARED));
        list(folder).stream()
                .filter(file -> file.toString().endsWith(".jsonata"))
                .filter(file -> !file.endsWith(MappingFile.SHARED))
                .map(file -> mappingFile(file, agency, shared))
                .flatMap(Optional::stream)
                .forEach(file -> readMapping(file, tables));
        list(folder.resolve("examples")).stream()
                .filter(Files::isDirectory)
                .forEach(example -> readExample(example, agency));
    }

    private Map<String, CodeTable> readTables(Path folder) {
        Map<String, CodeTable> tables = new LinkedHashMap<>();
        list(folder).stream()
                .filter(file -> file.toString().endsWith(".csv"))
                .map(file -> CodeTableReader.read(file, problems))
                .forEach(table -> tables.put(table.name(), table));
        return tables;
    }

    private Optional<MappingFile> mappingFile(Path path, String agency, String shared) {
        var file = MappingFile.named(path, agency, shared, text(path));
        if (file.isEmpty()) {
            problems.add(new Problem(path, 0, "a mapping is named <message>.<to|from>.jsonata"));
        }
        return file;
    }

    private void readMapping(MappingFile file, Map<String, CodeTable> tables) {
        var mapping = Compiler.compile(file, tables, problems);
        if (mapping != null) {
            mappings.put(file.key(), mapping);
        }
    }

    private void readExample(Path folder, String agency) {
        Example.named(folder, agency)
                .ifPresentOrElse(
                        examples::add,
                        () ->
                                problems.add(
                                        new Problem(
                                                folder,
                                                0,
                                                "an example is named <message>.<to|from>.<case>")));
    }

    /// Empty when there is no such file.
    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// In the order of their names, so that every load reports alike; empty when there is no
    /// folder.
    static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
