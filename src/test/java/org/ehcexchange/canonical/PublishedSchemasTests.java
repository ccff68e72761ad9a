package org.ehcexchange.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What is published for partners to read: schemas that explain themselves, and whole examples.
class PublishedSchemasTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> schemas() throws IOException {
        return files(PublishedSchemas.FOLDER, ".schema.json");
    }

    static Stream<Path> examples() throws IOException {
        return files(PublishedSchemas.FOLDER.resolve("examples"), ".json");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyFieldSaysWhatItIs(Path schema) {
        List<String> mute = new ArrayList<>();
        fields(PublishedSchemas.read(schema), "")
                .forEach(
                        (at, field) -> {
                            JsonNode common = common(field);
                            if (!says(field, common, "title")
                                    || !says(field, common, "description")) {
                                mute.add(at);
                            }
                        });
        assertThat(mute).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyExampleInASchemaFitsIt(Path schema) {
        assertThat(PublishedSchemas.badExamples(schema)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleMessageIsReadAndWrittenTheSame(Path example) throws IOException {
        Map<String, Object> tree =
                JSON.readValue(example.toFile(), new TypeReference<Map<String, Object>>() {});
        assertThat(CanonicalReader.read(tree))
                .isInstanceOfSatisfying(
                        Reading.Valid.class,
                        valid -> {
                            EhcMessage message = valid.message();
                            assertThat(PublishedSchemas.faults(message.type(), tree)).isEmpty();
                            assertThat(
                                            JSON.valueToTree(CanonicalWriter.write(message))
                                                    .toPrettyString())
                                    .isEqualTo(JSON.valueToTree(tree).toPrettyString());
                        });
    }

    @Test
    void everyTypeHasAnExample() throws IOException {
        List<String> names = examples().map(p -> p.getFileName().toString()).toList();
        assertThat(Arrays.stream(MessageType.values()).map(MessageType::code))
                .allSatisfy(type -> assertThat(names).anyMatch(name -> name.startsWith(type)));
    }

    private static Map<String, JsonNode> fields(JsonNode node, String at) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        boolean rule = at.endsWith("/then") || at.endsWith("/if") || at.contains("/anyOf/");
        node.properties()
                .forEach(
                        child -> {
                            String below = at + "/" + child.getKey();
                            boolean named = at.endsWith("/properties") || at.endsWith("/$defs");
                            if (named && !at.contains("/allOf")) {
                                fields.put(below, child.getValue());
                            }
                            if (!rule) {
                                fields.putAll(fields(child.getValue(), below));
                            }
                        });
        return fields;
    }

    private static boolean says(JsonNode field, JsonNode common, String keyword) {
        return field.has(keyword) || common.has(keyword);
    }

    private static JsonNode common(JsonNode field) {
        String ref = field.path("$ref").asText();
        String name = ref.substring(ref.lastIndexOf('/') + 1);
        return PublishedSchemas.read(PublishedSchemas.FOLDER.resolve("common.schema.json"))
                .path("$defs")
                .path(name);
    }

    private static Stream<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
