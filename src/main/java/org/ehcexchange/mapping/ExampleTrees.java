package org.ehcexchange.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The files of an example as trees, and trees as text to compare.
final class ExampleTrees {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();
    private static final ObjectWriter PRETTY = JSON.writer(printer());

    private ExampleTrees() {}

    static Map<String, Object> object(Path folder, String name) {
        var xml = folder.resolve(name + ".xml");
        return Files.exists(xml)
                ? readXml(xml)
                : read(folder.resolve(name + ".json"), new TypeReference<>() {});
    }

    static Object any(Path file) {
        return read(file, new TypeReference<>() {});
    }

    static Map<String, Object> context(Path folder) {
        return Files.exists(folder.resolve("context.json")) ? object(folder, "context") : Map.of();
    }

    /// Keys in order, one field a line.
    static String print(Object tree) {
        try {
            return PRETTY.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree could not be written as JSON.", impossible);
        }
    }

    private static Map<String, Object> readXml(Path file) {
        try {
            return xml(file, Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new Unreadable(file, unreadable.toString());
        }
    }

    /// @param file which the bytes are, or are to be, in
    static Map<String, Object> xml(Path file, byte[] bytes) {
        return switch (Xml.read(bytes, null)) {
            case Xml.Reading.Tree(var tree) -> tree;
            case Xml.Reading.Malformed(var why) -> throw new Unreadable(file, why.toString());
            case Xml.Reading.Invalid(var why) -> throw new Unreadable(file, why.toString());
        };
    }

    private static <T> T read(Path file, TypeReference<T> type) {
        try {
            return JSON.readValue(file.toFile(), type);
        } catch (IOException unreadable) {
            throw new Unreadable(file, unreadable.toString());
        }
    }

    private static DefaultPrettyPrinter printer() {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        return printer;
    }

    /// A file of an example is missing, or not JSON or XML.
    static final class Unreadable extends RuntimeException {
        private final transient Path file;

        Unreadable(Path file, String reason) {
            super(reason);
            this.file = file;
        }

        Problem problem() {
            return new Problem(file, 0, "missing, or not readable: " + getMessage());
        }
    }
}
