package org.ehcexchange.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Calls.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// The demo's commissioners play their parts over their own formats when a plan moves.
class BoardIT {

    private static final String OLD = "ODS:QN1";

    @TempDir static Path folder;
    private static RunningExchange exchange;
    private static Calls calls;

    @BeforeAll
    static void start() {
        Path directory = folder.resolve("directory");
        organisation(directory, "LA:998", "authority", "canonical-pull", "ods-code: ZL998");
        organisation(directory, "LA:999", "authority", "canonical-pull", "ods-code: ZL999");
        organisation(directory, OLD, "health-commissioner", "fhir-poll", "serves: [LA:998]");
        organisation(directory, "ODS:QS1", "health-commissioner", "fhir-poll", "serves: [LA:999]");
        exchange =
                RunningExchange.start(
                        folder.resolve("data"),
                        directory,
                        Map.of(
                                "spring.profiles.active",
                                "demo",
                                "exchange.simulator.story",
                                false,
                                "exchange.simulator.answer-after",
                                "10ms",
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

    private static void organisation(
            Path folder, String code, String role, String channel, String more) {
        RunningExchange.organisation(
                folder,
                code.substring(code.indexOf(':') + 1),
                "code: %s\nname: Organisation %s\nroles: [%s]\n%s\nsecret: demo\nchannel: {type: %s}\n"
                        .formatted(code, code, role, more, channel));
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    @Test
    void approveTellAndTakeNote() throws IOException {
        Answer sent = calls.post("LA:998", "/api/v1/messages", plan().toString());
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        List<Board> boards = List.of(board("QN1"), board("QS1"));
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            boards.forEach(Board::look);
                            return state();
                        },
                        "noted"::equals);
    }

    private static Board board(String ods) {
        return new Board(
                ods,
                "Board " + ods,
                exchange.bean(ExchangeAddress.class),
                exchange.bean(Errands.class),
                exchange.bean(Narrator.class));
    }

    private static String state() {
        return calls.get(OLD, "/api/v1/notifications")
                .json()
                .at("/changes/0/notification")
                .asText();
    }

    private static ObjectNode plan() throws IOException {
        Path example = Path.of("mappings/canonical/examples/plan-transfer.json");
        ObjectNode plan = (ObjectNode) new ObjectMapper().readTree(Files.readString(example));
        plan.remove(List.of("sendOn", "documents", "commissioners"));
        ((ObjectNode) plan.path("plan")).remove("appendices");
        Instant now = exchange.bean(InstantSource.class).instant();
        String today = LocalDate.ofInstant(now, ZoneId.of("Europe/London")).toString();
        plan.put("sentAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
        return plan.put("movedOn", today).put("awareOn", today);
    }
}
