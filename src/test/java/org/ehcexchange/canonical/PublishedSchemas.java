package org.ehcexchange.canonical;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.regex.RegularExpression;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The JSON Schemas as published, and where they find fault.
public final class PublishedSchemas {

    static final Path FOLDER = Path.of("mappings/canonical");

    private static final String BASE = "https://schemas.ehc-exchange.example/canonical/1/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PublishedSchemas LOADED = new PublishedSchemas();

    private final Map<MessageType, JsonSchema> schemas = new EnumMap<>(MessageType.class);

    private final JsonSchemaFactory factory;
    private final SchemaValidatorsConfig config;

    private PublishedSchemas() {
        Map<String, String> texts =
                Stream.concat(
                                Stream.of("common"),
                                Arrays.stream(MessageType.values()).map(MessageType::code))
                        .map(name -> name + ".schema.json")
                        .collect(Collectors.toMap(BASE::concat, PublishedSchemas::text));
        factory =
                JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012,
                        builder -> builder.schemaLoaders(loaders -> loaders.schemas(texts)));
        config =
                SchemaValidatorsConfig.builder()
                        .formatAssertionsEnabled(true)
                        .regularExpressionFactory(PublishedSchemas::ecma)
                        .build();
        for (MessageType type : MessageType.values()) {
            SchemaLocation location = SchemaLocation.of(BASE + type.code() + ".schema.json");
            schemas.put(type, factory.getSchema(location, config));
        }
    }

    /// The JSON pointers of everything the schema of a type refuses; a missing or an unknown field
    /// is pointed to by its own name.
    public static Set<String> faults(MessageType type, Object tree) {
        JsonNode node = JSON.valueToTree(tree);
        return LOADED.schemas.get(type).validate(node).stream()
                .map(PublishedSchemas::pointer)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The pointers, within a schema file, of examples that the schema they stand in refuses.
    static List<String> badExamples(Path file) {
        return LOADED.badExamples(read(file), BASE + file.getFileName(), "");
    }

    private List<String> badExamples(JsonNode node, String iri, String at) {
        List<String> bad = new ArrayList<>();
        if (node.path("examples").isArray()) {
            JsonSchema schema = factory.getSchema(SchemaLocation.of(iri + "#" + at), config);
            node.path("examples")
                    .forEach(
                            example -> {
                                if (!schema.validate(example).isEmpty()) {
                                    bad.add(at);
                                }
                            });
        }
        node.properties()
                .forEach(e -> bad.addAll(badExamples(e.getValue(), iri, at + "/" + e.getKey())));
        return bad;
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new AssertionError(file + " is not JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The patterns are ECMA-262's, where `$` is the end; in Java it is also before a last line
    /// break.
    private static RegularExpression ecma(String pattern) {
        return Pattern.compile(pattern.replaceAll("\\$$", "\\\\z")).asPredicate()::test;
    }

    private static String pointer(ValidationMessage fault) {
        String at = fault.getInstanceLocation().toString();
        if (fault.getEvaluationPath().toString().contains("/anyOf/")) {
            return "";
        }
        return fault.getProperty() == null ? at : at + "/" + fault.getProperty();
    }

    private static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
