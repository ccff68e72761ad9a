package org.ehcexchange.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

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
    private static final Pattern ID = Pattern.compile("\"recordId\": \"([0-9a-f-]{36})\"");
    private static final AtomicInteger CASES = new AtomicInteger();

    private final RunningExchange exchange;
    private final Calls calls;

    private CaseHouse(RunningExchange exchange) {
        this.exchange = exchange;
        this.calls = new Calls(exchange.url(""), "correct-horse");
    }

    static CaseHouse start(Path folder) {
        Path directory = folder.resolve("directory");
        organisation(directory, HOME, "authority");
        organisation(directory, "LA:999", "authority");
        organisation(directory, TRUST, "health-provider");
        organisation(directory, "URN:900001", "education-setting");
        return new CaseHouse(RunningExchange.start(folder.resolve("data"), directory, Map.of()));
    }

    private static void organisation(Path folder, String code, String role) {
        RunningExchange.organisation(
                folder,
                code.replace(':', '-').toLowerCase(Locale.ROOT),
                """
                code: %s
                name: Organisation %s
                roles: [%s]
                secret-hash: "%s"
                channel:
                  type: canonical-pull
                """
                        .formatted(code, code, role, TestDirectory.HASH));
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

    JsonNode read(String reference) {
        Answer answer = calls.get(HOME, "/api/v1/cases/" + reference);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
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
        Answer answer = calls.post(HOME, "/api/v1/messages", request(reference));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer;
    }

    void askWithoutGround(String reference) {
        String groundless =
                request(reference)
                        .replaceAll("(?s)\"ground\": \\{.*?\\},\\s*\"child\"", "\"child\"");
        assertProblem(calls.post(HOME, "/api/v1/messages", groundless), 422, "refused");
    }

    private static String request(String reference) {
        return text("advice-request")
                .replace("0b8f6f3e-6c1d-4c53-9f0f-6b4f3b9f1a01", UUID.randomUUID().toString())
                .replace("7d2f4a6c-1f0e-4b7a-8a55-0d8a4c2e9b10", UUID.randomUUID().toString())
                .replace("EHC-2026-0173", reference);
    }

    /// What was done in a case, in order.
    List<String> audited(String reference) {
        return database()
                .sql("select act from audit where detail ->> 'case' = :case order by id")
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

    private static String text(String name) {
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
