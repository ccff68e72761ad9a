package org.ehcexchange.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the reader refuses, with the words it says.
class CanonicalReaderTests {

    private static final Path REFUSED = Path.of("src/test/resources/canonical/refused.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> refused() {
        return PublishedSchemas.read(REFUSED)
                .valueStream()
                .map(each -> arguments(each.path("case").asText(), each));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesWithEveryReasonAtOnce(String name, JsonNode refused) {
        Map<String, String> expected =
                JSON.convertValue(refused.path("refused"), new TypeReference<>() {});
        assertThat(violations(tree(changed(refused))))
                .allSatisfy(violation -> assertThat(violation.remedy()).endsWith("."))
                .extracting(Violation::pointer, Violation::problem)
                .containsExactlyInAnyOrderElementsOf(
                        expected.entrySet().stream()
                                .map(e -> tuple(e.getKey(), e.getValue()))
                                .toList());
    }

    @Test
    void listsTheWordsThatAreAllowed() {
        ObjectNode request = example("advice-request");
        request.withArray("/questions").add("hopes");
        assertThat(violations(tree(request)))
                .extracting(Violation::remedy)
                .containsExactly("Use one of: needs, provision, outcomes.");
    }

    @Test
    void takesAMessageWithoutAGroundBecauseTheGateAnswersForIt() {
        ObjectNode request = example("advice-request");
        request.remove("ground");
        assertThat(CanonicalReader.read(tree(request))).isInstanceOf(Reading.Valid.class);
        request.putObject("ground");
        assertThat(CanonicalReader.read(tree(request))).isInstanceOf(Reading.Valid.class);
    }

    @Test
    void countsTheDayAMessageWasSentInLondon() {
        ObjectNode acknowledged = example("advice-acknowledged");
        acknowledged.put("sentAt", "2026-06-30T23:30:00Z").put("receivedOn", "2026-07-01");
        assertThat(CanonicalReader.read(tree(acknowledged))).isInstanceOf(Reading.Valid.class);
    }

    @Test
    void neverRepeatsAValue() {
        String secret = "Secretly-9990000026";
        ObjectNode request = example("advice-request");
        List<Violation> found =
                Mutation.of(tree(request))
                        .map(Mutation::tree)
                        .map(tree -> replaceNonsense(tree, secret))
                        .flatMap(tree -> violations(tree).stream())
                        .toList();
        assertThat(found).hasSizeGreaterThan(100);
        assertThat(found).noneMatch(violation -> violation.toString().contains(secret));
    }

    @Test
    void answersAFloodOfUnknownFieldsBriefly() {
        Map<String, Object> flood =
                IntStream.range(0, 5_000).boxed().collect(Collectors.toMap(i -> "f" + i, i -> i));
        flood.putAll(tree(example("advice-request")));
        assertThat(violations(flood)).hasSize(101);
    }

    private static Map<String, Object> replaceNonsense(Map<String, Object> tree, String secret) {
        String text =
                JSON.valueToTree(tree).toString().replace("\"nonsense\"", "\"" + secret + "\"");
        return tree((ObjectNode) parse(text));
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Violation> violations(Map<String, Object> tree) {
        return switch (CanonicalReader.read(tree)) {
            case Reading.Valid _ -> List.of();
            case Reading.Invalid(List<Violation> violations) -> violations;
        };
    }

    private static ObjectNode changed(JsonNode refused) {
        ObjectNode message = example(refused.path("example").asText());
        refused.path("set").properties().forEach(e -> set(message, e.getKey(), e.getValue()));
        refused.path("remove").forEach(at -> remove(message, JsonPointer.compile(at.asText())));
        return message;
    }

    private static void set(ObjectNode message, String at, JsonNode value) {
        JsonPointer pointer = JsonPointer.compile(at);
        String last = pointer.last().getMatchingProperty();
        switch (message.at(pointer.head())) {
            case ObjectNode object -> object.set(last, value);
            case ArrayNode array when Integer.parseInt(last) == array.size() -> array.add(value);
            case ArrayNode array -> array.set(Integer.parseInt(last), value);
            default -> throw new AssertionError("there is nothing at " + at);
        }
    }

    private static void remove(ObjectNode message, JsonPointer at) {
        JsonNode removed =
                ((ObjectNode) message.at(at.head())).remove(at.last().getMatchingProperty());
        assertThat(removed).as("what is at %s", at).isNotNull();
    }

    private static ObjectNode example(String name) {
        Path file = PublishedSchemas.FOLDER.resolve("examples").resolve(name + ".json");
        return (ObjectNode) PublishedSchemas.read(file);
    }

    private static Map<String, Object> tree(ObjectNode message) {
        return new HashMap<>(
                JSON.convertValue(message, new TypeReference<Map<String, Object>>() {}));
    }
}
