package org.ehcexchange.agency.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;

import org.ehcexchange.agency.health.FhirCalls.Answer;
import org.ehcexchange.directory.Organisations;
import org.ehcexchange.directory.Reload;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.TestDirectory;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Closed bodies and their successors at the FHIR door, which names both by ODS code.
class FhirSuccessorIT {

    private static final String BOARD = "ODS:QN1";
    private static final String POLLER = "ODS:RN2";
    private static final String MERGED = "ODS:RM1";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir static Path folder;
    private static RunningExchange exchange;
    private static FhirCalls calls;

    @BeforeAll
    static void start() {
        write("LA:998", "authority", "ods-code: ZL998", "channel: {type: canonical-pull}");
        write("LA:997", "authority", "ods-code: ZL997", closed("LA:998"));
        write(BOARD, "health-commissioner", "channel: {type: fhir-poll}");
        write("ODS:01N", "health-commissioner", closed(BOARD));
        write(MERGED, "health-provider", "channel: {type: fhir-poll}");
        write(POLLER, "health-provider", "channel: {type: fhir-poll}");
        exchange =
                RunningExchange.start(
                        folder.resolve("data"), folder.resolve("directory"), Map.of());
        calls = new FhirCalls(exchange.url(""));
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    @Test
    void sendsARequestForAClosedCommissionerToItsBoard() throws Exception {
        UUID conversation = UUID.randomUUID();

        Answer answer =
                send(
                        "LA:998",
                        example("advice-request.from.council", conversation)
                                .replace("\"RN1\"", "\"01N\""));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text())
                .contains("ODS:01N closed on 2024-01-01; sent to its successor ODS:QN1");
        assertThat(tasks(BOARD, "?owner=QN1"))
                .filteredOn(task -> task.getIdPart().equals(conversation.toString()))
                .singleElement()
                .satisfies(task -> assertThat(owner(task)).isEqualTo("QN1"));
    }

    @Test
    void showsASuccessorWhatAClosedBodyWasAskedEvenIfItPollsByTime() throws Exception {
        Asked asked = asked();
        String lastSeen = task(POLLER, asked).getMeta().getLastUpdatedElement().getValueAsString();
        assertThat(calls.get(MERGED, path(asked)).status()).isEqualTo(404);

        write(POLLER, "health-provider", closed(MERGED));
        reload();

        String since = "?owner=RM1&_lastUpdated=gt" + lastSeen.replace("+", "%2B");
        await().atMost(SOON).until(() -> !tasks(MERGED, since).isEmpty());
        Task task = task(MERGED, asked);
        assertThat(owner(task)).isEqualTo("RM1");
        assertThat(calls.get(MERGED, "/fhir/ServiceRequest/" + asked.conversation()).status())
                .isEqualTo(200);
        Answer answer = acknowledge(asked);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text())
                .contains("LA:997 closed on 2024-01-01; sent to its successor LA:998");
        assertThat(state(asked)).isEqualTo("acknowledged");
    }

    /// As if the successor's system still knew the council by its old name.
    private static Answer acknowledge(Asked asked) throws IOException, InterruptedException {
        return send(
                MERGED,
                example("advice-acknowledged.from.received", asked.conversation())
                        .replace("2b7d3c1e-94a8-4a57-8d55-6c1f0a7be001", asked.id().toString())
                        .replace("\"RN1\"", "\"RM1\"")
                        .replace("\"ZL998\"", "\"ZL997\""));
    }

    /// An example of the mappings as a message of its own.
    private static String example(String name, UUID conversation) throws IOException {
        return Files.readString(Path.of("mappings/health/examples", name, "input.json"))
                .replaceAll(
                        "8c1b2a3d-0000-4000-8000-0000000000(01|12)", UUID.randomUUID().toString())
                .replace("5d1c6f0e-7a52-4c0b-9f0a-3f6f2f9d1c11", conversation.toString());
    }

    private static Answer send(String caller, String message)
            throws IOException, InterruptedException {
        Bundle bundle =
                FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, message);
        return calls.message(caller, bundle);
    }

    private static Asked asked() {
        Asked asked = Asked.of(POLLER);
        Outcome outcome =
                exchange.bean(Acceptance.class)
                        .accept(
                                new Arrival(
                                                asked.request().envelope().from(),
                                                "canonical",
                                                "application/json",
                                                asked.id().toString().getBytes(UTF_8),
                                                asked.request().envelope().sentAt().toInstant())
                                        .read(asked.request()));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return asked;
    }

    private static Task task(String caller, Asked asked) throws IOException, InterruptedException {
        return parse(Task.class, calls.get(caller, path(asked)));
    }

    private static String path(Asked asked) {
        return "/fhir/Task/" + asked.conversation();
    }

    private static List<Task> tasks(String caller, String query)
            throws IOException, InterruptedException {
        return parse(Bundle.class, calls.get(caller, "/fhir/Task" + query)).getEntry().stream()
                .map(entry -> (Task) entry.getResource())
                .toList();
    }

    private static <T extends IBaseResource> T parse(Class<T> type, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return FhirContext.forR4Cached().newJsonParser().parseResource(type, answer.text());
    }

    private static String owner(Task task) {
        return task.getOwner().getIdentifier().getValue();
    }

    private static String state(Asked asked) {
        return exchange.bean(JdbcClient.class)
                .sql("select state from conversation where id = ?")
                .param(asked.conversation())
                .query(String.class)
                .single();
    }

    private static String closed(String successor) {
        return "closes-on: 2024-01-01\nsuccessors: [%s]".formatted(successor);
    }

    private static void write(String code, String role, String... lines) {
        RunningExchange.organisation(
                folder.resolve("directory"),
                code.replace(':', '-').toLowerCase(Locale.ROOT),
                """
                code: %s
                name: Organisation %s
                roles: [%s]
                secret-hash: "%s"
                %s
                """
                        .formatted(code, code, role, TestDirectory.HASH, String.join("\n", lines)));
    }

    private static void reload() {
        assertThat(exchange.bean(Organisations.class).reload()).isInstanceOf(Reload.Replaced.class);
    }
}
