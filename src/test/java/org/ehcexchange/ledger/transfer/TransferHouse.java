package org.ehcexchange.ledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Organisations;
import org.ehcexchange.directory.Reload;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.held.Held;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.Neighbour;
import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.sealing.Keys;
import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Calls.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// One exchange for two authorities, who collect their messages; its clock can be moved.
final class TransferHouse implements AutoCloseable {

    static final String OLD = "LA:998";
    static final String NEW = "LA:999";
    static final String TRUST = "ODS:RN1";

    /// Closes in two days; then the old authority takes over from it.
    static final String CLOSING = "LA:995";

    /// Another exchange serves it.
    static final String ELSEWHERE = "LA:996";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private static final Path EXAMPLES = Path.of("mappings/canonical/examples");

    private final Path folder;
    private RunningExchange exchange;
    private Calls calls;
    private int children = 7000;

    TransferHouse(Path folder) {
        this.folder = folder;
        Path directory = folder.resolve("directory");
        organisation(directory, OLD, "authority");
        organisation(directory, NEW, "authority");
        organisation(directory, "LA:997", "authority");
        organisation(directory, TRUST, "health-provider");
        organisation(
                directory,
                CLOSING,
                "authority",
                "closes-on: %s\nsuccessors: [%s]\n"
                        .formatted(LondonDay.of(Neighbour.now()).plusDays(2), OLD));
        Neighbour.pinIn(
                directory, new OrganisationCode(ELSEWHERE), "http://localhost:9", Keys.generate());
        this.exchange = start();
        this.calls = new Calls(exchange.url(""), "demo");
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

    private static void organisation(Path folder, String code, String role) {
        organisation(folder, code, role, "");
    }

    private static void organisation(Path folder, String code, String role, String more) {
        RunningExchange.organisation(
                folder,
                code.replace(':', '-').toLowerCase(Locale.ROOT),
                """
                code: %s
                name: Organisation %s
                roles: [%s]
                secret: demo
                channel:
                  type: canonical-pull
                %s\
                """
                        .formatted(code, code, role, more));
    }

    /// Closes an authority that another one takes over from.
    void succeed(String code, String successor) {
        RunningExchange.organisation(
                folder.resolve("directory"),
                code.replace(':', '-').toLowerCase(Locale.ROOT),
                """
                code: %s
                name: Organisation %s
                roles: [authority]
                closes-on: 2024-01-01
                successors: [%s]
                """
                        .formatted(code, code, successor));
        assertThat(exchange.bean(Organisations.class).reload()).isInstanceOf(Reload.Replaced.class);
    }

    LocalDate today() {
        return LondonDay.of(exchange.bean(InstantSource.class).instant());
    }

    /// A message that was or is to be sent.
    record Letter(ObjectNode json) {

        String id() {
            return json.path("messageId").asText();
        }

        String conversation() {
            return json.path("conversationId").asText();
        }

        Letter with(Consumer<ObjectNode> change) {
            ObjectNode copy = json.deepCopy();
            change.accept(copy);
            return new Letter(copy);
        }

        String plan() {
            return json.at("/plan/reference").asText();
        }
    }

    /// A plan nobody has heard of, of a child nobody has heard of; its one document is uploaded.
    Letter plan() {
        ObjectNode json = example("plan-transfer");
        json.put("conversationId", UUID.randomUUID().toString());
        json.put("movedOn", today().toString());
        json.put("awareOn", today().toString());
        json.remove("sendOn");
        anonymous(json);
        ((ObjectNode) json.path("plan")).put("reference", "EHCP-" + UUID.randomUUID());
        JsonNode document = upload();
        ((ObjectNode) json.at("/documents/0"))
                .put("id", document.path("id").asText())
                .put("mediaType", document.path("mediaType").asText())
                .put("size", document.path("size").asLong())
                .put("sha256", document.path("sha256").asText());
        ((ObjectNode) json.at("/plan/appendices/0")).put("document", document.path("id").asText());
        return now(json);
    }

    /// A plan without documents, of a child who may be another: one on record has the same
    /// NHS number and was born on another day.
    Letter inDoubt(Letter plan) {
        String number = Messages.nhsNumber(++children).value();
        Letter doubtful = plan.with(json -> bare(json).put("nhsNumber", number));
        Letter known =
                now(doubtful.json().deepCopy())
                        .with(json -> bare(json).put("dateOfBirth", "2014-03-02"))
                        .with(json -> bare(json).put("reference", "C-" + UUID.randomUUID()))
                        .with(json -> json.put("conversationId", UUID.randomUUID().toString()))
                        .with(json -> reference(json, "EHCP-" + UUID.randomUUID()));
        assertThat(take(known))
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        taken -> assertThat(taken.receipt().status()).isEqualTo("accepted"));
        return doubtful;
    }

    /// @return the child
    private static ObjectNode bare(ObjectNode plan) {
        plan.remove("documents");
        ((ObjectNode) plan.path("plan")).remove("appendices");
        return ((ObjectNode) plan.path("child")).without(List.of("postcode"));
    }

    private static void reference(ObjectNode plan, String reference) {
        ((ObjectNode) plan.path("plan")).put("reference", reference);
    }

    /// What is held of a conversation.
    Optional<Held.Item> held(String conversation) {
        return bean(Held.class).waiting(null, 500).stream()
                .filter(item -> item.conversationId().value().toString().equals(conversation))
                .findFirst();
    }

    private static void anonymous(ObjectNode json) {
        ((ObjectNode) json.path("child")).remove(List.of("nhsNumber", "upn"));
    }

    private JsonNode upload() {
        Answer answer =
                calls.post(
                        OLD,
                        "/api/v1/documents?title=Advice",
                        "application/pdf",
                        BodyPublishers.ofString("%PDF-1.4\n" + UUID.randomUUID() + "\n%%EOF\n"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    /// The new authority's answer to a plan, by the name of an example.
    Letter answer(String example, Letter plan) {
        ObjectNode json = example(example);
        json.put("conversationId", plan.conversation());
        json.put("inReplyTo", plan.id());
        json.set("child", plan.json().path("child").deepCopy());
        return now(json);
    }

    Letter received(Letter plan) {
        return answer("plan-received", plan).with(json -> json.put("sha256", hash(plan)));
    }

    Letter accepted(Letter plan) {
        return answer("plan-accepted", plan)
                .with(json -> json.put("acceptedOn", today().toString()));
    }

    /// A message of its own that goes now.
    Letter now(ObjectNode json) {
        json.put("messageId", UUID.randomUUID().toString());
        json.put(
                "sentAt",
                exchange.bean(InstantSource.class)
                        .instant()
                        .atOffset(ZoneOffset.UTC)
                        .withNano(0)
                        .plusNanos(1_000_000)
                        .toString());
        return new Letter(json);
    }

    Answer send(Letter letter) {
        return calls.post(
                letter.json().path("from").asText(), "/api/v1/messages", letter.json().toString());
    }

    /// Takes it behind the doors, as what comes from another exchange is taken.
    Outcome take(Letter letter) {
        Arrival arrival =
                new Arrival(
                        new OrganisationCode(letter.json().path("from").asText()),
                        "canonical",
                        "application/json",
                        letter.json().toString().getBytes(UTF_8),
                        exchange.bean(InstantSource.class).instant());
        return switch (CanonicalReader.read(JSON.convertValue(letter.json(), TREE))) {
            case Reading.Valid valid ->
                    exchange.bean(Acceptance.class).accept(arrival.read(valid.message()));
            case Reading.Invalid invalid ->
                    throw new IllegalArgumentException(invalid.violations().toString());
        };
    }

    Letter sent(Letter letter) {
        Answer answer = send(letter);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return letter;
    }

    void refuses(Letter letter, int status, String pointer, String problem) {
        String before = recorded();
        Answer answer = send(letter);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("violations"))
                .anySatisfy(
                        violation -> {
                            assertThat(violation.path("pointer").asText()).isEqualTo(pointer);
                            assertThat(violation.path("problem").asText()).contains(problem);
                        });
        assertThat(recorded()).as("nothing changed").isEqualTo(before);
        assertThat(lastAct()).isEqualTo("turned-away");
    }

    private String recorded() {
        return database()
                .sql(
                        """
                        select (select string_agg(c::text, ',' order by id) from conversation c) ||
                          (select count(*) from message) || (select count(*) from delivery) ||
                          coalesce((select string_agg(t::text, ',' order by conversation_id)
                            from plan_transfer t), '') || (select count(*) from running_clock)
                        """)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private String lastAct() {
        return database()
                .sql("select act from audit where actor <> 'exchange' order by id desc limit 1")
                .query(String.class)
                .single();
    }

    /// The hash of the message as the new authority reads it.
    String hash(Letter plan) {
        return hash(NEW, plan);
    }

    /// The hash of the message as an authority reads it.
    String hash(String reader, Letter plan) {
        Answer answer = calls.get(reader, "/api/v1/messages/" + plan.id());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        String text = answer.text();
        int from = text.indexOf("\"message\":") + "\"message\":".length();
        return Rows.sha256(text.substring(from, end(text, from)).getBytes(UTF_8));
    }

    /// Where the object that begins there ends.
    private static int end(String json, int from) {
        int depth = 0;
        boolean text = false;
        for (int i = from; i < json.length(); i++) {
            char c = json.charAt(i);
            if (text) {
                i += c == '\\' ? 1 : 0;
                text = c != '"';
            } else if (c == '"') {
                text = true;
            } else if (c == '{' || c == '}') {
                depth += c == '{' ? 1 : -1;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        throw new IllegalArgumentException("no whole object there");
    }

    String state(String reader, Letter plan) {
        Answer answer = conversation(reader, plan);
        return answer.status() == 404 ? "unseen" : answer.json().at("/summary/state").asText();
    }

    Answer conversation(String reader, Letter plan) {
        return calls.get(reader, "/api/v1/conversations/" + plan.conversation());
    }

    /// How a clock of the conversation stands: state and day it is due.
    String clock(Letter plan, String rule) {
        return database()
                .sql(
                        "select state || ' ' || due_on from running_clock where conversation_id ="
                                + " :id and rule = :rule")
                .param("id", UUID.fromString(plan.conversation()))
                .param("rule", rule)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    boolean isInInbox(String reader, Letter letter) {
        return calls.get(reader, "/api/v1/inbox?limit=200").text().contains(letter.id());
    }

    void days(int days) {
        Answer moved =
                calls.post(OLD, "/api/v1/demo/clock", "{\"advance\":\"P%dD\"}".formatted(days));
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
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

    <T> T bean(Class<T> type) {
        return exchange.bean(type);
    }

    JdbcClient database() {
        return exchange.bean(JdbcClient.class);
    }

    @Override
    public void close() {
        exchange.close();
    }
}
