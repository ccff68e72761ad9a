package org.ehcexchange.notification;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.DAYS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.awaitility.Awaitility;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Calls.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// One exchange for three authorities and their commissioners; its clock can be moved.
final class NotificationHouse implements AutoCloseable {

    static final String OLD_AUTHORITY = "LA:998";
    static final String NEW_AUTHORITY = "LA:999";
    static final String OLD = "ODS:QN1";
    static final String NEW = "ODS:QS1";

    /// Becomes responsible for nobody unless it is named.
    static final String OTHER = "ODS:QE1";

    /// Its notifications go without a person's word.
    static final String BY_ITSELF = "ODS:QA1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("mappings/canonical/examples");
    private static final AtomicInteger CHILDREN = new AtomicInteger();

    private final Path folder;
    private final String channel;
    private RunningExchange exchange;
    private Calls calls;

    /// @param channel of the commissioners
    NotificationHouse(Path folder, String channel) {
        this.folder = folder;
        this.channel = channel;
        Path directory = folder.resolve("directory");
        authority(directory, OLD_AUTHORITY);
        authority(directory, NEW_AUTHORITY);
        authority(directory, "LA:997");
        authority(directory, "LA:996");
        authority(directory, "LA:995");
        commissioner(directory, OLD, "serves: [LA:998, LA:997]");
        commissioner(directory, NEW, "serves: [LA:999, LA:995]");
        commissioner(directory, OTHER, "serves: [LA:995]");
        commissioner(directory, BY_ITSELF, "serves: [LA:996]\nnotifies-by-itself: true");
        closed(directory, "ODS:01N", OLD);
        closed(directory, "ODS:01S", NEW);
        this.exchange = start();
        this.calls = new Calls(exchange.url(""), "demo");
    }

    private static void authority(Path folder, String code) {
        organisation(folder, code, "roles: [authority]\nods-code: Z" + code.replace(":", ""));
    }

    private void commissioner(Path folder, String code, String more) {
        organisation(folder, code, "roles: [health-commissioner]\n" + more, channel);
    }

    private static void organisation(Path folder, String code, String more) {
        organisation(folder, code, more, "canonical-pull");
    }

    private static void organisation(Path folder, String code, String more, String channel) {
        RunningExchange.organisation(
                folder,
                code.replace(':', '-').toLowerCase(Locale.ROOT),
                "code: %s\nname: Organisation %s\n%s\nsecret: demo\nchannel:\n  type: %s\n"
                        .formatted(code, code, more, channel));
    }

    private static void closed(Path folder, String code, String successor) {
        RunningExchange.organisation(
                folder,
                code.replace(':', '-').toLowerCase(Locale.ROOT),
                """
                code: %s
                name: Organisation %s
                roles: [health-commissioner]
                closes-on: 2022-07-01
                successors: [%s]
                """
                        .formatted(code, code, successor));
    }

    private RunningExchange start() {
        return RunningExchange.start(
                folder.resolve("data"),
                folder.resolve("directory"),
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
    }

    /// Stops it and starts it anew on what it had recorded.
    void restart() {
        exchange.close();
        exchange = start();
        calls = new Calls(exchange.url(""), "demo");
    }

    LocalDate today() {
        return LondonDay.of(exchange.bean(InstantSource.class).instant());
    }

    /// Moves time to a day.
    void until(LocalDate day) {
        Answer moved =
                calls.post(
                        OLD_AUTHORITY,
                        "/api/v1/demo/clock",
                        "{\"advance\":\"P%dD\"}".formatted(DAYS.between(today(), day)));
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    }

    /// A plan nobody has heard of, of a child nobody has heard of, that moves from one authority to
    /// another today.
    ObjectNode plan(String from, String to) {
        ObjectNode json = example("plan-transfer");
        json.remove(List.of("sendOn", "documents", "commissioners"));
        ((ObjectNode) json.path("plan")).remove("appendices");
        json.put("conversationId", UUID.randomUUID().toString());
        json.put("from", from).put("to", to);
        json.put("movedOn", today().toString()).put("awareOn", today().toString());
        ((ObjectNode) json.path("plan")).put("reference", "EHCP-" + UUID.randomUUID());
        ((ObjectNode) json.path("child"))
                .put("reference", "C-" + UUID.randomUUID())
                .put("nhsNumber", number())
                .put("dateOfBirth", LocalDate.of(2015, 1, 1).plusDays(CHILDREN.get()).toString())
                .remove("upn");
        return now(json);
    }

    /// A valid number of the range that is never issued.
    private static String number() {
        while (true) {
            String digits = "999%06d".formatted(CHILDREN.addAndGet(7));
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (digits.charAt(i) - '0') * (10 - i);
            }
            int check = (11 - sum % 11) % 11;
            if (check < 10) {
                return digits + check;
            }
        }
    }

    /// What the old commissioner's own system would send of the child of a plan.
    ObjectNode notification(ObjectNode plan) {
        ObjectNode json = example("commissioner-notification");
        json.put("conversationId", UUID.randomUUID().toString());
        json.set("child", plan.path("child").deepCopy());
        ((ObjectNode) json.path("child")).remove("postcode");
        json.put("movedOn", today().toString()).put("awareOn", today().toString());
        return now(json);
    }

    /// An answer to a message, by the name of an example.
    ObjectNode answer(String example, JsonNode message) {
        ObjectNode json = example(example);
        json.put("conversationId", message.path("conversationId").asText());
        json.put("inReplyTo", message.path("messageId").asText());
        json.put("from", message.path("to").asText());
        json.set("child", message.path("child").deepCopy());
        if (json.has("notedOn")) {
            json.put("notedOn", today().toString());
        }
        return now(json);
    }

    /// A message of its own that goes now.
    ObjectNode now(ObjectNode json) {
        json.put("messageId", UUID.randomUUID().toString());
        json.put(
                "sentAt",
                exchange.bean(InstantSource.class)
                        .instant()
                        .atOffset(ZoneOffset.UTC)
                        .withNano(0)
                        .plusNanos(1_000_000)
                        .toString());
        return json;
    }

    Answer send(ObjectNode message) {
        return calls.post(message.path("from").asText(), "/api/v1/messages", message.toString());
    }

    ObjectNode sent(ObjectNode message) {
        Answer answer = send(message);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return message;
    }

    void refuses(Answer answer, int status, String pointer, String problem) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("violations"))
                .anySatisfy(
                        violation -> {
                            assertThat(violation.path("pointer").asText()).isEqualTo(pointer);
                            assertThat(violation.path("problem").asText()).contains(problem);
                        });
    }

    /// The change that a plan's move brought about, once the exchange has done what it does of
    /// itself.
    JsonNode change(ObjectNode plan, String reader) {
        return Awaitility.await()
                .until(
                        () -> item(plan, reader),
                        item ->
                                !List.of("", "heard", "approved")
                                        .contains(item.path("state").asText()));
    }

    private JsonNode item(ObjectNode plan, String reader) {
        JsonNode all = calls.get(reader, "/api/v1/notifications?limit=200").json().path("changes");
        for (JsonNode item : all) {
            if (item.path("plan").asText().equals(plan.at("/plan/reference").asText())) {
                return item;
            }
        }
        return JSON.createObjectNode();
    }

    Answer approve(String as, JsonNode change) {
        return approve(as, change, "{\"approvedBy\":\"Dr A. Example, Designated Health Officer\"}");
    }

    Answer approve(String as, JsonNode change, String body) {
        return calls.post(
                as, "/api/v1/notifications/" + change.path("id").asText() + "/approval", body);
    }

    Answer dismiss(String as, JsonNode change, String because) {
        return calls.post(
                as,
                "/api/v1/notifications/" + change.path("id").asText() + "/dismissal",
                "{\"dismissedBy\":\"Dr A. Example\",\"because\":\"%s\",\"reason\":\"The practice stays.\"}"
                        .formatted(because));
    }

    /// The change of a plan that moved, approved and on its way.
    JsonNode approved(ObjectNode plan) {
        JsonNode change = change(plan, OLD);
        Answer answer = approve(OLD, change);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /// What waits for a reader of one type and conversation; collected, unless it only looks.
    JsonNode collect(String reader, String conversation, boolean collects) {
        for (JsonNode item : calls.get(reader, "/api/v1/inbox?limit=200").json().path("items")) {
            if (item.at("/message/conversationId").asText().equals(conversation)) {
                if (collects) {
                    String id = item.path("id").asText();
                    assertThat(calls.post(reader, "/api/v1/inbox/" + id + "/received", "").status())
                            .isEqualTo(200);
                }
                return item.path("message");
            }
        }
        return JSON.missingNode();
    }

    JsonNode collected(String reader, JsonNode change) {
        JsonNode message = collect(reader, change.path("id").asText(), true);
        assertThat(message.isMissingNode()).as("nothing waits for %s", reader).isFalse();
        return message;
    }

    Answer conversation(String reader, String id) {
        return calls.get(reader, "/api/v1/conversations/" + id);
    }

    String state(String reader, String conversation) {
        Answer answer = conversation(reader, conversation);
        return answer.status() == 404 ? "unseen" : answer.json().at("/summary/state").asText();
    }

    /// How a clock stands: state and day it is due.
    String clock(String conversation, String rule) {
        return database()
                .sql(
                        "select state || ' ' || due_on from running_clock where conversation_id ="
                                + " :id and rule = :rule")
                .param("id", UUID.fromString(conversation))
                .param("rule", rule)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    /// The day by the door that works out days.
    String due(String rule, String days) {
        return working(rule, days).path("dueOn").asText();
    }

    JsonNode working(String rule, String days) {
        return calls.get(OLD, "/api/v1/clock/" + rule + "?" + days).json();
    }

    static ObjectNode example(String name) {
        try {
            return (ObjectNode)
                    JSON.readTree(Files.readString(EXAMPLES.resolve(name + ".json"), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Calls calls() {
        return calls;
    }

    JdbcClient database() {
        return exchange.bean(JdbcClient.class);
    }

    @Override
    public void close() {
        exchange.close();
    }
}
