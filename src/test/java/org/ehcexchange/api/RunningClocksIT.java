package org.ehcexchange.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.api.ApiHouse.HOME;
import static org.ehcexchange.api.ApiHouse.MESSAGES;
import static org.ehcexchange.api.ApiHouse.OUTSIDER;
import static org.ehcexchange.api.ApiHouse.TRUST;
import static org.ehcexchange.api.ApiHouse.assertProblem;

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

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// Clocks as bodies see them over HTTP, while the demo's time is moved.
class RunningClocksIT {

    private static final String CLOCKS = "/api/v1/clocks";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @TempDir static Path folder;
    private static RunningExchange exchange;
    private static Calls calls;

    @BeforeAll
    static void start() {
        Path directory = folder.resolve("directory");
        organisation(directory, HOME, "authority");
        organisation(directory, TRUST, "health-provider");
        organisation(directory, OUTSIDER, "health-provider");
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.profiles.active", "demo");
        settings.put("exchange.simulator.story", false);
        settings.put("exchange.simulator.sftp-port", 0);
        settings.put("exchange.simulator.fhir-port", 0);
        settings.put("exchange.simulator.http-port", 0);
        settings.put("exchange.simulator.folder", folder.resolve("demo").toString());
        exchange = RunningExchange.start(folder.resolve("data"), directory, settings);
        calls = new Calls(exchange.url(""), "demo");
    }

    private static void organisation(Path folder, String code, String role) {
        RunningExchange.organisation(
                folder,
                code.replace(':', '-'),
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

    @AfterAll
    static void stop() {
        exchange.close();
    }

    /// A request that the trust has received.
    private record Asked(AdviceExample request, String caseReference, LocalDate receivedOn) {

        LocalDate dueOn() {
            return receivedOn.plusWeeks(6);
        }

        JsonNode clock() {
            String path = conversation().at("/clocks/0/working").asText("no clock has a working");
            return calls.get(HOME, path).json();
        }

        JsonNode conversation() {
            return calls.get(HOME, "/api/v1/conversations/" + request.conversation()).json();
        }
    }

    private static String caseReference() {
        return "EHC-" + UUID.randomUUID();
    }

    private static AdviceExample request(String caseReference, String requestedOn)
            throws IOException {
        AdviceExample example = AdviceExample.fresh();
        return new AdviceExample(
                example.id(),
                example.conversation(),
                example.json()
                        .replace("EHC-2026-0173", caseReference)
                        .replace("2026-05-01", requestedOn));
    }

    private static Asked received() throws IOException {
        String caseReference = caseReference();
        AdviceExample request = request(caseReference, "2026-05-01");
        Answer sent = calls.post(HOME, MESSAGES, request.json());
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        Answer received = calls.post(TRUST, "/api/v1/inbox/" + item(request) + "/received", "");
        Instant at = Instant.parse(received.json().path("receivedAt").asText());
        return new Asked(request, caseReference, LocalDate.ofInstant(at, LONDON));
    }

    private static String item(AdviceExample request) {
        JsonNode items = calls.get(TRUST, "/api/v1/inbox?limit=200").json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(it -> it.at("/message/messageId").asText().equals(request.id()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private static Answer late(Asked asked, String exception, LocalDate expectedBy)
            throws IOException {
        String answer =
                asked.request()
                        .answer()
                        .replaceAll(
                                "(?s)\"outcome\": \"provided\".*\\]",
                                "\"outcome\": \"late\", \"expectedBy\": \"%s\", \"exception\": {%s}"
                                        .formatted(expectedBy, exception));
        return calls.post(TRUST, MESSAGES, answer);
    }

    private static Answer withdraw(AdviceExample request) throws IOException {
        return calls.post(
                HOME,
                MESSAGES,
                request.answer()
                        .replace("advice-return", "advice-withdrawn")
                        .replace("reg. 8(1)", "reg. 6(1)(c)")
                        .replace("\"from\": \"ODS:RN1\"", "\"from\": \"LA:998\"")
                        .replace("\"to\": \"LA:998\"", "\"to\": \"ODS:RN1\"")
                        .replaceAll("(?s)\"outcome\".*\\]", "\"reason\": \"They moved away\""));
    }

    private static String exception(String kind, LocalDate from) {
        return "\"kind\": \"%s\", \"from\": \"%s\", \"reason\": \"As agreed\", \"author\": \"DHO\""
                .formatted(kind, from);
    }

    private static void advance(int days) {
        Answer moved =
                calls.post(HOME, "/api/v1/demo/clock", "{\"advance\":\"P%dD\"}".formatted(days));
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    }

    private static List<JsonNode> clocks(String as, String query) {
        JsonNode page = calls.get(as, CLOCKS + "?limit=200" + query).json();
        return StreamSupport.stream(page.path("clocks").spliterator(), false).toList();
    }

    private static JsonNode ofCase(String rule, String caseReference) {
        return clocks(HOME, "&rule=" + rule).stream()
                .filter(it -> it.path("caseReference").asText().equals(caseReference))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showWhoOwesWhatAndHowItsDateWasWorkedOut() throws IOException {
        Asked asked = received();
        JsonNode shown = asked.conversation().at("/clocks/0");
        JsonNode read = asked.clock();

        assertThat(shown.path("state").asText()).isEqualTo("running");
        assertThat(shown.path("since").asText()).isEqualTo(asked.receivedOn().toString());
        assertThat(shown.path("provision").asText()).contains("reg. 8(1)");
        assertThat(read.at("/clock/owedBy").asText()).isEqualTo(TRUST);
        assertThat(read.at("/clock/owedTo").asText()).isEqualTo(HOME);
        assertThat(read.at("/clock/dueOn").asText()).isEqualTo(asked.dueOn().toString());
        assertThat(read.at("/working/dueOn").asText()).isEqualTo(asked.dueOn().toString());
        assertThat(read.at("/working/limbs/0/days")).hasSize(43);
        assertThat(read.path("steps").findValuesAsText("state"))
                .containsExactly("running", "due-soon", "overdue");
    }

    @Test
    void areSeenByThoseTheyConcernAndNobodyElse() throws IOException {
        Asked asked = received();
        String id = asked.clock().at("/clock/id").asText();

        assertThat(clocks(HOME, "&body=" + TRUST)).anyMatch(it -> is(it, id));
        assertThat(clocks(TRUST, "&rule=advice-return")).anyMatch(it -> is(it, id));
        assertThat(clocks(TRUST, "&rule=final")).isEmpty();
        assertThat(clocks(OUTSIDER, "")).isEmpty();
        assertThat(calls.get(TRUST, CLOCKS + "/" + id).status()).isEqualTo(200);
        assertProblem(calls.get(OUTSIDER, CLOCKS + "/" + id), 404, "not-found");
        assertThat(asked.clock().toString()).doesNotContain("9990000018", "Robin");
    }

    private static boolean is(JsonNode clock, String id) {
        return clock.path("id").asText().equals(id);
    }

    @Test
    void haveNotStartedWhileARequestWaitsToBeReceived() throws IOException {
        AdviceExample request = request(caseReference(), "2026-05-01");
        calls.post(HOME, MESSAGES, request.json());
        JsonNode clock =
                calls.get(HOME, "/api/v1/conversations/" + request.conversation())
                        .json()
                        .at("/clocks/0");

        assertThat(clock.path("state").asText()).isEqualTo("not-started");
        assertThat(clock.has("dueOn")).isFalse();
    }

    @Test
    void runForTheAuthorityFromTheDayItWasAskedAndNobodyMovesThem() throws IOException {
        Asked asked = received();
        assertThat(ofCase("decide", asked.caseReference()).path("dueOn").asText())
                .isEqualTo("2026-06-12");
        assertThat(ofCase("no-plan", asked.caseReference()).path("dueOn").asText())
                .isEqualTo("2026-08-21");
        JsonNode whole = ofCase("final", asked.caseReference());
        assertThat(whole.path("dueOn").asText()).isEqualTo("2026-09-18");
        assertThat(whole.path("owedBy").asText()).isEqualTo(HOME);
        assertThat(whole.has("conversationId")).isFalse();

        late(asked, exception("missed-appointment", asked.receivedOn()), asked.dueOn());

        assertThat(ofCase("final", asked.caseReference())).isEqualTo(whole);
    }

    @Test
    void areNotCountedFromTwoDaysForOneCase() throws IOException {
        Asked asked = received();
        AdviceExample second = request(asked.caseReference(), "2026-05-04");

        Answer answer = calls.post(HOME, MESSAGES, second.json());

        assertProblem(answer, 422, "invalid");
        assertThat(answer.json().at("/violations/0/pointer").asText())
                .isEqualTo("/assessmentRequestedOn");
        assertThat(answer.json().at("/violations/0/problem").asText())
                .contains("2026-05-01", "2026-05-04");
        assertThat(calls.get(HOME, MESSAGES + "/" + second.id()).status()).isEqualTo(404);
    }

    @Test
    void areNotCountedFromADayBeforeTheLaw() throws IOException {
        AdviceExample early = request(caseReference(), "2014-08-31");

        Answer answer = calls.post(HOME, MESSAGES, early.json());

        assertProblem(answer, 422, "invalid");
        assertThat(answer.json().path("violations").findValuesAsText("pointer"))
                .containsOnly("/assessmentRequestedOn");
        assertThat(answer.text()).contains("2014-08-31");
    }

    @Test
    void waitForAPersonWhereTheChildIsInDoubt() throws IOException {
        received();
        String caseReference = caseReference();
        AdviceExample doubtful =
                new AdviceExample("", "", request(caseReference, "2026-05-01").json());
        Answer held =
                calls.post(HOME, MESSAGES, doubtful.json().replace("2017-03-14", "2016-03-14"));
        assertThat(held.json().path("status").asText()).isEqualTo("held");
        assertThat(clocks(HOME, "&rule=final"))
                .noneMatch(it -> it.path("caseReference").asText().equals(caseReference));

        String item = calls.get(HOME, "/api/v1/held?limit=200").json().at("/items/0/id").asText();
        calls.post(HOME, "/api/v1/held/" + item + "/release", "{\"reason\":\"The same child\"}");

        assertThat(ofCase("final", caseReference).path("dueOn").asText()).isEqualTo("2026-09-18");
    }

    @Test
    void areExcusedWhileAnExceptionHoldsAndOverdueAfterwards() throws IOException {
        Asked asked = received();
        late(
                asked,
                exception("missed-appointment", asked.receivedOn().plusDays(3)),
                asked.dueOn().plusDays(20));

        advance(43);
        assertThat(asked.clock().at("/clock/state").asText()).isEqualTo("excused");
        assertThat(asked.clock().at("/clock/since").asText())
                .isEqualTo(asked.dueOn().plusDays(1).toString());
        assertThat(asked.conversation().at("/summary/overdue").asBoolean()).isFalse();
        assertThat(clocks(TRUST, "&state=excused")).isNotEmpty();

        advance(30);
        assertThat(asked.clock().at("/clock/state").asText()).isEqualTo("overdue");
        assertThat(asked.clock().at("/clock/since").asText())
                .isEqualTo(asked.dueOn().plusDays(21).toString());
        assertThat(asked.clock().at("/clock/dueOn").asText()).isEqualTo(asked.dueOn().toString());
        assertThat(asked.conversation().at("/summary/overdue").asBoolean()).isTrue();
        assertThat(asked.conversation().path("timeline").findValuesAsText("what"))
                .anyMatch(what -> what.startsWith("excused: advice-return was due on "))
                .anyMatch(what -> what.startsWith("overdue: advice-return was due on "));
    }

    @Test
    void keepARefusedExceptionAsEvidence() throws IOException {
        Asked asked = received();

        Answer receipt =
                late(
                        asked,
                        exception("absent-4-weeks", asked.dueOn().minusDays(3)),
                        asked.dueOn().plusDays(60));
        advance(43);

        assertThat(receipt.json().path("status").asText()).isEqualTo("accepted");
        assertThat(receipt.json().path("note").asText()).contains("4 weeks", "reg. 8(2)(b)");
        JsonNode clock = asked.clock().path("clock");
        assertThat(clock.path("state").asText()).isEqualTo("overdue");
        assertThat(clock.at("/exceptions/0/accepted").asBoolean()).isFalse();
        assertThat(clock.at("/exceptions/0/reasons/0/problem").asText()).contains("reg. 8(2)(b)");
        assertThat(asked.conversation().at("/clocks/0/note").asText()).contains("not excuse");
    }

    @Test
    void areMetLateByAnAnswerAfterTheDay() throws IOException {
        Asked asked = received();
        advance(44);

        calls.post(TRUST, MESSAGES, asked.request().answer());

        assertThat(asked.clock().at("/clock/state").asText()).isEqualTo("met-late");
        assertThat(asked.clock().at("/clock/metOn").asText())
                .isEqualTo(asked.receivedOn().plusDays(44).toString());
    }

    @Test
    void stopWhenTheRequestIsWithdrawn() throws IOException {
        Asked asked = received();
        Answer answer = withdraw(asked.request());
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        advance(50);

        assertThat(asked.clock().at("/clock/state").asText()).isEqualTo("stopped");
        assertThat(asked.clock().at("/clock/stoppedOn").asText())
                .isEqualTo(asked.receivedOn().toString());
    }

    @Test
    void neverStartForARequestThatWasWithdrawnUnseen() throws IOException {
        AdviceExample request = request(caseReference(), "2026-05-01");
        calls.post(HOME, MESSAGES, request.json());
        String item = item(request);
        withdraw(request);

        Answer received = calls.post(TRUST, "/api/v1/inbox/" + item + "/received", "");

        assertThat(received.json().has("dueOn")).isFalse();
        assertThat(
                        calls.get(HOME, "/api/v1/conversations/" + request.conversation())
                                .json()
                                .path("clocks"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=late", "?body=somebody", "?limit=0", "?after=first"})
    void answer400ToWhatCannotBeAskedFor(String query) {
        assertProblem(calls.get(HOME, CLOCKS + query), 400, "malformed");
    }
}
