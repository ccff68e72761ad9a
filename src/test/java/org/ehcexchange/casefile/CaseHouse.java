package org.ehcexchange.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import org.ehcexchange.directory.Organisations;
import org.ehcexchange.directory.Reload;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Calls.Answer;
import org.ehcexchange.testing.TestDirectory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A whole exchange with two authorities, a trust and a school, all of whom collect their messages.
final class CaseHouse implements AutoCloseable {

    static final String HOME = "LA:998";
    static final String TRUST = "ODS:RN1";
    static final String SCHOOL = "URN:900001";
    private static final String MESSAGES = "/api/v1/messages";
    private static final Pattern ID = Pattern.compile("\"recordId\": \"([0-9a-f-]{36})\"");
    private static final AtomicInteger CASES = new AtomicInteger();

    private final Path directory;
    private final RunningExchange exchange;
    private final Calls calls;

    private CaseHouse(Path directory, RunningExchange exchange) {
        this.directory = directory;
        this.exchange = exchange;
        this.calls = new Calls(exchange.url(""), "correct-horse");
    }

    static CaseHouse start(Path folder) {
        Path directory = folder.resolve("directory");
        organisation(directory, HOME, "authority", "");
        organisation(directory, "LA:999", "authority", "");
        organisation(directory, TRUST, "health-provider", "");
        organisation(directory, "ODS:QN1", "health-commissioner", "serves: LA:998");
        organisation(directory, "ODS:QS1", "health-commissioner", "serves: LA:999");
        organisation(directory, "SVC:northshire-csc", "social-care", "belongs-to: LA:998");
        organisation(directory, SCHOOL, "education-setting", "belongs-to: LA:998");
        return new CaseHouse(
                directory, RunningExchange.start(folder.resolve("data"), directory, Map.of()));
    }

    /// An authority that nobody had before.
    void join(String code) {
        organisation(directory, code, "authority", "");
        reload();
    }

    /// Closes an authority that another one takes over from.
    void succeed(String code, String successor) {
        organisation(
                directory,
                code,
                "authority",
                "closes-on: 2024-01-01\nsuccessors: [%s]".formatted(successor));
        reload();
    }

    private void reload() {
        assertThat(exchange.bean(Organisations.class).reload()).isInstanceOf(Reload.Replaced.class);
    }

    private static void organisation(Path folder, String code, String role, String tie) {
        RunningExchange.organisation(
                folder,
                code.replace(':', '-').toLowerCase(Locale.ROOT),
                """
                code: %s
                name: Organisation %s
                roles: [%s]
                %s
                secret-hash: "%s"
                channel:
                  type: canonical-pull
                """
                        .formatted(code, code, role, tie, TestDirectory.HASH));
    }

    Calls calls() {
        return calls;
    }

    /// A reference that no case has.
    String fresh() {
        return "EHC-2026-%04d".formatted(CASES.incrementAndGet());
    }

    /// The reference of a case that was just opened.
    String opened() {
        String reference = fresh();
        Answer answer = open(reference, "2026-05-04");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return reference;
    }

    Answer open(String reference, String requestedOn) {
        return calls.put(
                HOME,
                "/api/v1/cases/" + reference,
                "{\"assessmentRequestedOn\": \"%s\"}".formatted(requestedOn));
    }

    Answer record(String reference, String json) {
        return calls.post(HOME, "/api/v1/cases/" + reference + "/records", json);
    }

    void recorded(String reference, String json) {
        Answer answer = record(reference, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    /// Takes back a consent given before.
    String withdrawing(String consent) {
        return example("consent-withdrawn")
                .replace("8a1c0f0e-4d5b-4a0c-8d0e-5b6f7a8c9d02", id(consent));
    }

    /// The reference of a case with one request, about a child of its own.
    String asked() {
        String reference = fresh();
        ask(reference);
        return reference;
    }

    JsonNode read(String reference) {
        Answer answer = calls.get(HOME, "/api/v1/cases/" + reference);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /// How one of the authority's own time limits stands.
    JsonNode clock(String reference, String rule) {
        for (JsonNode clock : read(reference).path("clocks")) {
            if (clock.path("rule").asText().equals(rule)) {
                return clock;
            }
        }
        throw new AssertionError("no clock of " + rule + " in " + reference);
    }

    JsonNode list(String query) {
        return calls.get(HOME, "/api/v1/cases" + query).json();
    }

    /// An example of the API's description, under an id of its own.
    String example(String name) {
        String text = text(name);
        return text.replace(id(text), UUID.randomUUID().toString());
    }

    static String id(String record) {
        Matcher found = ID.matcher(record);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /// Sends a request for advice in this case.
    Answer ask(String reference) {
        Answer answer = tryAsking(reference);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer;
    }

    Answer tryAsking(String reference) {
        return askAs(HOME, reference);
    }

    Answer askAs(String authority, String reference) {
        return calls.post(authority, MESSAGES, request(reference).replace(HOME, authority));
    }

    /// Sends a copy of the plan of this case's child.
    ///
    /// @param basis `consent`, or `duty`: the final plan
    Answer show(String reference, String to, String basis) {
        return showAs(HOME, reference, to, basis);
    }

    Answer showAs(String authority, String reference, String to, String basis) {
        return calls.post(
                authority,
                MESSAGES,
                copy(reference, basis).replace("URN:900001", to).replace(HOME, authority));
    }

    String copy(String reference, String basis) {
        String copy =
                text("plan-copy-" + basis)
                        .replace(
                                "3f0c1c57-95f6-5b0f-a3a5-1c2f5c8f7d22",
                                UUID.randomUUID().toString())
                        .replace(
                                "9a3b2f6e-0f2e-5b1d-bb3c-6d2a4f1e9c77",
                                UUID.randomUUID().toString());
        return about(copy, reference);
    }

    /// An answer to what expects none.
    Answer acknowledge(Answer sent) {
        String answer =
                text("advice-return")
                        .replace(
                                "5a0c0b52-7b55-4b8f-8d3a-0f3d1f1d7c02",
                                UUID.randomUUID().toString())
                        .replace(
                                "0b8f6f3e-6c1d-4c53-9f0f-6b4f3b9f1a01",
                                sent.json().path("messageId").asText())
                        .replace(
                                "7d2f4a6c-1f0e-4b7a-8a55-0d8a4c2e9b10",
                                sent.json().path("conversationId").asText())
                        .replace(TRUST, SCHOOL);
        return calls.post(SCHOOL, MESSAGES, answer);
    }

    JsonNode waiting(String organisation) {
        return calls.get(organisation, "/api/v1/inbox?limit=200").json();
    }

    /// What waits for an organisation of this message; missing when it does not wait.
    JsonNode inbox(String organisation, Answer sent) {
        for (JsonNode item : waiting(organisation).path("items")) {
            if (item.at("/message/messageId").equals(sent.json().path("messageId"))) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }

    JsonNode delivery(Answer sent) {
        return calls.get(
                        HOME,
                        "/api/v1/conversations/" + sent.json().path("conversationId").asText())
                .json()
                .at("/deliveries/0");
    }

    void askWithoutGround(String reference) {
        String groundless =
                request(reference)
                        .replaceAll("(?s)\"ground\": \\{.*?\\},\\s*\"child\"", "\"child\"");
        assertProblem(calls.post(HOME, MESSAGES, groundless), 422, "refused");
    }

    private static String request(String reference) {
        return about(
                text("advice-request")
                        .replace("2026-05-01", "2026-05-04")
                        .replace(
                                "0b8f6f3e-6c1d-4c53-9f0f-6b4f3b9f1a01",
                                UUID.randomUUID().toString())
                        .replace(
                                "7d2f4a6c-1f0e-4b7a-8a55-0d8a4c2e9b10",
                                UUID.randomUUID().toString()),
                reference);
    }

    /// The message in this case, about its child.
    private static String about(String message, String reference) {
        return message.replace("9990000018", Messages.nhsNumber(childOf(reference)).value())
                .replace("NS-004217", "NS-" + childOf(reference))
                .replace("EHC-2026-0173", reference);
    }

    static int childOf(String reference) {
        return 4000 + Integer.parseInt(reference.substring("EHC-2026-".length()));
    }

    <T> T bean(Class<T> type) {
        return exchange.bean(type);
    }

    /// What was done in a case, in order.
    List<String> audited(String reference) {
        return database()
                .sql("select act from audit where detail ->> 'case' = :case order by id")
                .param("case", reference)
                .query(String.class)
                .list();
    }

    /// Who did it.
    List<String> auditActors(String reference) {
        return database()
                .sql("select distinct actor from audit where detail ->> 'case' = :case")
                .param("case", reference)
                .query(String.class)
                .list();
    }

    String auditDetail(String reference) {
        return database()
                .sql("select detail::text from audit where detail ->> 'case' = :case order by id")
                .param("case", reference)
                .query(String.class)
                .list()
                .toString();
    }

    JdbcClient database() {
        return exchange.bean(JdbcClient.class);
    }

    void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("type").asText())
                .isEqualTo("urn:ehc-exchange:problem:" + type);
        for (JsonNode violation : answer.json().path("violations")) {
            assertThat(violation.path("problem").asText()).isNotBlank();
            assertThat(violation.path("remedy").asText()).isNotBlank();
        }
    }

    void assertForbidden(Answer answer) {
        assertProblem(answer, 403, "forbidden");
        assertThat(answer.text()).contains("case files are for authorities");
    }

    static String text(String name) {
        try {
            return new ClassPathResource("openapi/" + name + ".json").getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        exchange.close();
    }
}
