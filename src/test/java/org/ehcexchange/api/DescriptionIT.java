package org.ehcexchange.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.TestDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The OpenAPI description says what the doors do.
class DescriptionIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir static Path folder;
    private static RunningExchange exchange;
    private static JsonNode description;

    @BeforeAll
    static void start() throws Exception {
        Path directory = folder.resolve("directory");
        RunningExchange.organisation(
                directory,
                "northshire",
                """
                code: LA:998
                name: Northshire
                roles: [authority]
                secret-hash: "%s"
                channel:
                  type: canonical-pull
                """
                        .formatted(TestDirectory.HASH));
        exchange = RunningExchange.start(folder.resolve("data"), directory, Map.of());
        description = describe();
    }

    private static JsonNode describe() throws IOException {
        try (InputStream open = URI.create(exchange.url("/v3/api-docs")).toURL().openStream()) {
            return JSON.readTree(open);
        }
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    private record Door(String path, String method, JsonNode operation) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void describesEveryDoorOfTheApi() {
        assertThat(doors().stream().map(Door::toString)).containsAll(served());
    }

    @Test
    void describesNothingThatIsNotServed() {
        assertThat(doors().stream().map(Door::toString))
                .isSubsetOf(served())
                .hasSizeGreaterThan(15);
    }

    @Test
    void saysOfEveryDoorWhatItIsForAndHowItRefuses() {
        for (Door door : doors()) {
            assertThat(door.operation().path("summary").asText()).as(door.toString()).isNotBlank();
            assertThat(door.operation().path("description").asText())
                    .as(door.toString())
                    .isNotBlank();
            JsonNode answers = door.operation().path("responses");
            assertThat(answers.properties().stream().map(Map.Entry::getKey))
                    .as(door.toString())
                    .contains("401", "500", "503")
                    .anyMatch(status -> status.startsWith("2"));
        }
    }

    @Test
    void givesEveryRefusalTheShapeOfAProblem() {
        for (Door door : doors()) {
            door.operation()
                    .path("responses")
                    .properties()
                    .forEach(answer -> assertRefusalIsAProblem(door, answer));
        }
    }

    private static void assertRefusalIsAProblem(Door door, Map.Entry<String, JsonNode> answer) {
        if (answer.getKey().compareTo("400") >= 0) {
            JsonNode media = answer.getValue().path("content").path("application/problem+json");
            assertThat(media.at("/schema/$ref").asText())
                    .as(door + " " + answer.getKey())
                    .endsWith("/Problem");
            assertThat(media.at("/examples/problem/value/violations")).isNotEmpty();
        }
    }

    @Test
    void saysWhatAnswersToAnUnknownIdAndToARole() {
        for (Door door : doors()) {
            List<String> statuses = List.copyOf(names(door.operation().path("responses")));
            if (door.path().contains("{") && !door.method().equals("PUT")) {
                assertThat(statuses).as(door.toString()).contains("404");
            }
            if (door.path().matches("/api/v1/(deliveries|partners|held|demo|cases|keys).*")) {
                assertThat(statuses).as(door.toString()).contains("403");
            }
        }
    }

    @Test
    void showsMessagesThatTheReaderTakes() throws Exception {
        JsonNode examples =
                description
                        .at("/paths/~1api~1v1~1messages/post/requestBody/content")
                        .path("application/json")
                        .path("examples");

        assertThat(names(examples)).containsExactlyInAnyOrder("advice-request", "advice-return");
        for (JsonNode example : examples) {
            Map<String, Object> tree =
                    JSON.convertValue(example.path("value"), new TypeReference<>() {});
            assertThat(CanonicalReader.read(tree)).isInstanceOf(Reading.Valid.class);
        }
    }

    @Test
    void showsAnExampleOfEveryAnswerInJson() {
        for (Door door : doors()) {
            door.operation()
                    .path("responses")
                    .findValues("application/json")
                    .forEach(
                            media ->
                                    assertThat(media.path("examples"))
                                            .as(door.toString())
                                            .isNotEmpty());
        }
    }

    private static Set<String> served() {
        var mappings =
                exchange.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(e -> isOurs(e.getValue()))
                .flatMap(e -> served(e.getKey()).stream())
                .collect(Collectors.toSet());
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().equals("org.ehcexchange.api")
                && !method.getBeanType().equals(Errors.class);
    }

    private static List<String> served(RequestMappingInfo mapping) {
        List<String> served = new ArrayList<>();
        mapping.getPatternValues()
                .forEach(
                        path ->
                                mapping.getMethodsCondition()
                                        .getMethods()
                                        .forEach(method -> served.add(method + " " + path)));
        return served;
    }

    private static List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                o ->
                                                        doors.add(
                                                                new Door(
                                                                        path.getKey(),
                                                                        o.getKey()
                                                                                .toUpperCase(
                                                                                        java.util
                                                                                                .Locale
                                                                                                .ROOT),
                                                                        o.getValue()))));
        assertThat(doors).isNotEmpty();
        return doors;
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
