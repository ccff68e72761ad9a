package org.ehcexchange.api;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Calls.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// What only the demo opens: its secret, its page and its clock.
class DemoDoorIT {

    private static final String CLOCK = "/api/v1/demo/clock";

    @TempDir static Path folder;
    private static RunningExchange exchange;
    private static Calls calls;

    @BeforeAll
    static void start() {
        Path directory = folder.resolve("directory");
        organisation(directory, "LA:998", "authority");
        organisation(directory, "ODS:RN1", "health-provider");
        exchange =
                RunningExchange.start(
                        folder.resolve("data"),
                        directory,
                        Map.of(
                                "spring.profiles.active",
                                "demo",
                                "exchange.simulator.story",
                                false,
                                "exchange.simulator.sftp-port",
                                0,
                                "exchange.simulator.fhir-port",
                                0,
                                "exchange.simulator.http-port",
                                0,
                                "exchange.simulator.folder",
                                folder.resolve("demo").toString()));
        calls = new Calls(exchange.url(""), "demo");
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    private static void organisation(Path folder, String code, String role) {
        RunningExchange.organisation(
                folder,
                role,
                """
                code: %s
                name: Organisation %s
                roles: [%s]
                secret: demo
                channel:
                  type: canonical-pull
                """
                        .formatted(code, code, role));
    }

    @Test
    void showsWhatIsOverdueOnceTheClockIsMoved() throws IOException {
        String request =
                new ClassPathResource("openapi/advice-request.json").getContentAsString(UTF_8);
        String id = UUID.randomUUID().toString();
        calls.post(
                "LA:998",
                "/api/v1/messages",
                request.replace("7d2f4a6c-1f0e-4b7a-8a55-0d8a4c2e9b10", id));
        String item = calls.get("ODS:RN1", "/api/v1/inbox").json().at("/items/0/id").asText();
        calls.post("ODS:RN1", "/api/v1/inbox/" + item + "/received", "");
        assertThat(overdue()).isEmpty();

        Answer moved = calls.post("LA:998", CLOCK, "{\"advance\":\"P43D\"}");

        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(Instant.parse(moved.json().path("now").asText()))
                .isAfter(Instant.now().plusSeconds(42L * 24 * 3600));
        assertThat(overdue()).hasSize(1);
        assertThat(overdue().get(0).path("id").asText()).isEqualTo(id);
    }

    private static JsonNode overdue() {
        return calls.get("LA:998", "/api/v1/conversations?state=overdue")
                .json()
                .path("conversations");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"advance\":\"soon\"}", "{\"advance\":\"-P1D\"}", "no"})
    void refusesATimeThatCannotBe(String body) {
        assertThat(calls.post("LA:998", CLOCK, body).status()).isEqualTo(400);
    }

    @Test
    void leavesTheClockToTheHomeAuthority() {
        assertThat(calls.post("ODS:RN1", CLOCK, "{\"advance\":\"P1D\"}").status()).isEqualTo(403);
    }

    @Test
    void opensThePageToSignInToEverybody() throws IOException {
        var connection = URI.create(exchange.url("/")).toURL().openConnection();

        assertThat(connection.getHeaderField(0)).contains("200");
    }
}
