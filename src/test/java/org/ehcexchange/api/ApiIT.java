package org.ehcexchange.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.api.ApiHouse.HOME;
import static org.ehcexchange.api.ApiHouse.MESSAGES;
import static org.ehcexchange.api.ApiHouse.OUTSIDER;
import static org.ehcexchange.api.ApiHouse.TRUST;
import static org.ehcexchange.api.ApiHouse.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Calls.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// The doors for programs, over HTTP, on a whole exchange.
class ApiIT {

    @TempDir static Path folder;
    private static ApiHouse house;
    private static Calls calls;

    @BeforeAll
    static void start() {
        house = ApiHouse.start(folder);
        calls = house.calls();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void accepts202AndRepeats200WithTheSameReceipt() throws IOException {
        AdviceExample request = AdviceExample.fresh();

        Answer first = calls.post(HOME, MESSAGES, request.json());
        Answer second = calls.post(HOME, MESSAGES, request.json());

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.json().path("messageId").asText()).isEqualTo(request.id());
        assertThat(first.json().path("conversationId").asText()).isEqualTo(request.conversation());
        assertThat(first.json().path("sha256").asText()).hasSize(64);
        assertThat(first.json().at("/due/0/dueOn").asText()).isNotEmpty();
        assertThat(first.json().at("/deliveries/0/to").asText()).isEqualTo(TRUST);
        assertThat(first.header("Location")).isEqualTo(MESSAGES + "/" + request.id());
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void answers409ToTheSameIdWithOtherContent() throws IOException {
        AdviceExample request = AdviceExample.fresh();
        calls.post(HOME, MESSAGES, request.json());

        Answer other = calls.post(HOME, MESSAGES, request.json().replace("mornings", "evenings"));

        assertProblem(other, 409, "conflict");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json                | malformed",
                "{\"a\":1,\"a\":2}       | malformed",
                "[]                      | malformed"
            })
    void answers400ToWhatIsNotOneJsonObject(String body, String type) {
        assertProblem(calls.post(HOME, MESSAGES, body), 400, type);
    }

    @Test
    void answers400ToFiftyLevels() {
        String deep = "{\"a\":".repeat(50) + "1" + "}".repeat(50);

        assertProblem(calls.post(HOME, MESSAGES, deep), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Expect: 100-continue\r\n"})
    void answers413ToFiftyMegabytesWithoutReadingThem(String expect) throws IOException {
        String answer =
                house.raw(
                        "POST /api/v1/messages HTTP/1.1\r\nHost: x\r\n"
                                + "Content-Type: application/json\r\nContent-Length: 52428800\r\n"
                                + expect
                                + house.bearer()
                                + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("too-large");
    }

    @Test
    void answers413ToABodyOfUnknownLengthOnceItIsTooLarge() throws IOException {
        String megabyte = "100000\r\n" + " ".repeat(0x100000) + "\r\n";
        String answer =
                house.raw(
                        "POST /api/v1/messages HTTP/1.1\r\nHost: x\r\n"
                                + "Content-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\n"
                                + house.bearer()
                                + "\r\n"
                                + megabyte
                                + "1\r\n \r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("too-large");
    }

    @Test
    void answers415ToAnotherContentType() {
        Answer answer = calls.post(HOME, MESSAGES, "text/plain", BodyPublishers.ofString("hello"));

        assertProblem(answer, 415, "unsupported-type");
    }

    @Test
    void answers422WithEveryViolation() throws IOException {
        String body =
                AdviceExample.fresh()
                        .json()
                        .replace("9990000018", "9990000019")
                        .replace("\"medical\"", "\"surgical\"");

        Answer answer = calls.post(HOME, MESSAGES, body);

        assertProblem(answer, 422, "invalid");
        assertThat(answer.json().findValuesAsText("pointer"))
                .contains("/child/nhsNumber", "/adviceType");
        assertThat(answer.text()).doesNotContain("9990000019", "surgical", "Example");
    }

    @Test
    void answers403ToSomebodyElsesSender() throws IOException {
        assertProblem(calls.post(TRUST, MESSAGES, AdviceExample.fresh().json()), 403, "forbidden");
    }

    @Test
    void refusesAtTheGateWithTheReason() throws IOException {
        String body = AdviceExample.fresh().json().replaceAll("(?s)\"ground\".*?},", "");

        Answer answer = calls.post(HOME, MESSAGES, body);

        assertProblem(answer, 422, "refused");
        assertThat(answer.json().findValuesAsText("pointer").getFirst()).startsWith("/ground");
    }

    @Test
    void showsAMessageToItsSenderAndItsRecipientAndNobodyElse() throws IOException {
        AdviceExample request = house.sent();

        JsonNode sender = calls.get(HOME, MESSAGES + "/" + request.id()).json();
        JsonNode recipient = calls.get(TRUST, MESSAGES + "/" + request.id()).json();

        assertThat(sender.at("/receipt/messageId").asText()).isEqualTo(request.id());
        assertThat(recipient.at("/message/messageId").asText()).isEqualTo(request.id());
        assertThat(recipient.has("receipt")).isFalse();
    }

    @Test
    void answersAlikeToSomebodyElsesAndToNone() throws IOException {
        AdviceExample request = house.sent();
        String nowhere = UUID.randomUUID().toString();

        for (String door : List.of(MESSAGES + "/", "/api/v1/conversations/")) {
            String id = door.equals(MESSAGES + "/") ? request.id() : request.conversation();
            Answer others = calls.get(OUTSIDER, door + id);
            Answer none = calls.get(OUTSIDER, door + nowhere);
            assertProblem(others, 404, "not-found");
            assertThat(others.text().replace(id, "")).isEqualTo(none.text().replace(nowhere, ""));
        }
    }

    @Test
    void hidesARefusedRequestFromTheAdviserAndShowsItToTheAuthority() throws IOException {
        AdviceExample request = AdviceExample.fresh();
        calls.post(HOME, MESSAGES, request.json().replaceAll("(?s)\"ground\".*?},", ""));

        String path = "/api/v1/conversations/" + request.conversation();
        assertThat(calls.get(TRUST, path).status()).isEqualTo(404);
        assertThat(calls.get(HOME, path).json().at("/summary/state").asText()).isEqualTo("refused");
    }

    @Test
    void keepsTheInboxUntilSomebodySaysTheyHaveIt() throws IOException {
        AdviceExample request = house.sent();
        JsonNode item = inboxItem(TRUST, request);
        String received = "/api/v1/inbox/" + item.path("id").asText() + "/received";

        assertThat(item.at("/message/child/familyName").asText()).isEqualTo("Example");
        assertProblem(calls.post(OUTSIDER, received, ""), 404, "not-found");
        Answer once = calls.post(TRUST, received, "");
        Answer twice = calls.post(TRUST, received, "");

        assertThat(once.status()).isEqualTo(200);
        assertThat(twice.json()).isEqualTo(once.json());
        assertThat(once.json().path("dueOn").asText()).isNotEmpty();
        assertThat(inboxItem(TRUST, request)).isNull();
    }

    @Test
    void tellsTheWholeStoryOfAConversation() throws IOException {
        AdviceExample request = house.sent();
        String item = inboxItem(TRUST, request).path("id").asText();
        calls.post(TRUST, "/api/v1/inbox/" + item + "/received", "");

        Answer answered = calls.post(TRUST, MESSAGES, request.answer());
        assertThat(answered.status()).as(answered.text()).isEqualTo(202);
        JsonNode story = calls.get(HOME, "/api/v1/conversations/" + request.conversation()).json();

        assertThat(story.at("/summary/state").asText()).isEqualTo("provided");
        assertThat(story.at("/clocks/0/endedOn").asText()).isNotEmpty();
        assertThat(story.path("timeline").findValuesAsText("what"))
                .anyMatch(what -> what.startsWith("accepted"))
                .anyMatch(what -> what.startsWith("delivered"));
        assertThat(story.path("deliveries").findValuesAsText("state"))
                .containsExactly("delivered", "collect");
        assertThat(story.toString()).doesNotContain("Example", "9990000018");
    }

    @Test
    void pagesThroughConversationsOfOneCase() throws IOException {
        String reference = "EHC-" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            calls.post(
                    HOME,
                    MESSAGES,
                    AdviceExample.fresh().json().replace("EHC-2026-0173", reference));
        }
        List<String> seen = new ArrayList<>();
        String path = "/api/v1/conversations?limit=2&caseReference=" + reference;
        JsonNode page = calls.get(HOME, path).json();
        while (page.has("next")) {
            seen.addAll(page.path("conversations").findValuesAsText("id"));
            page = calls.get(HOME, path + "&after=" + page.path("next").asText()).json();
        }
        seen.addAll(page.path("conversations").findValuesAsText("id"));

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(calls.get(TRUST, path).json().path("conversations")).hasSize(2);
        assertThat(calls.get(OUTSIDER, path).json().path("conversations")).isEmpty();
        assertThat(calls.get(HOME, path + "&state=overdue").json().path("conversations")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "after=x"})
    void answers400ToAPageThatCannotBe(String query) {
        assertProblem(calls.get(HOME, "/api/v1/conversations?" + query), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9990000018", "999%20000%200018", "A950000178301"})
    void takesNoChildsNumberInAnAddress(String number) {
        Answer answer = calls.get(HOME, "/api/v1/conversations?caseReference=" + number);

        assertProblem(answer, 400, "malformed");
        assertThat(answer.text()).contains("caseReference").doesNotContain(number, "0018");
    }

    @Test
    void takesNoChildsNumberInAReason() {
        String path = "/api/v1/partners/" + OUTSIDER + "/pause";

        Answer answer = calls.post(HOME, path, "{\"reason\":\"asked about 999 000 0018\"}");

        assertProblem(answer, 400, "malformed");
        assertThat(answer.text()).contains("an NHS number").doesNotContain("0018");
    }

    @Test
    void showsMetricsToHomeAndHealthToEverybody() throws IOException {
        assertThat(calls.get(HOME, "/actuator/prometheus").status()).isEqualTo(200);
        assertThat(calls.get(TRUST, "/actuator/prometheus").status()).isEqualTo(403);
        assertThat(
                        house.raw(
                                "GET /actuator/health HTTP/1.1\r\n"
                                        + "Host: x\r\n"
                                        + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void keepsTheOperatorsDoorsForHome() {
        assertThat(calls.get(TRUST, "/api/v1/partners").status()).isEqualTo(403);
        JsonNode partners = calls.get(HOME, "/api/v1/partners").json().path("partners");
        assertThat(partners.findValuesAsText("code")).contains(TRUST);
    }

    @Test
    void pausesAndResumesAPartnerWithAReason() {
        String path = "/api/v1/partners/" + OUTSIDER;
        assertProblem(calls.post(HOME, path + "/pause", "{}"), 400, "malformed");

        Answer paused = calls.post(HOME, path + "/pause", "{\"reason\":\"moving house\"}");
        Answer resumed = calls.post(HOME, path + "/resume", "");

        assertThat(paused.json().at("/pause/why").asText()).contains("moving house");
        assertThat(resumed.json().has("pause")).isFalse();
        assertProblem(calls.post(HOME, "/api/v1/partners/ODS:XX9/resume", ""), 404, "not-found");
    }

    @Test
    void listsDeadDeliveriesAndHeldMessages() {
        assertThat(calls.get(HOME, "/api/v1/deliveries?state=dead").json().path("deliveries"))
                .isEmpty();
        assertThat(calls.get(HOME, "/api/v1/held").json().path("items")).isNotNull();
        String nowhere = "/api/v1/deliveries/" + UUID.randomUUID();
        assertProblem(calls.get(HOME, nowhere + "/replay"), 404, "not-found");
        assertProblem(
                calls.post(HOME, nowhere + "/discard", "{\"reason\":\"no longer needed\"}"),
                404,
                "not-found");
    }

    @Test
    void holdsAMessageAboutAnotherChildUntilSomebodyReleasesIt() throws IOException {
        AdviceExample first = house.sent();
        AdviceExample second = first.aboutAnotherChild();
        Answer held = calls.post(HOME, MESSAGES, second.json());
        assertThat(held.json().path("status").asText()).isEqualTo("held");
        assertThat(calls.get(TRUST, MESSAGES + "/" + second.id()).status()).isEqualTo(404);
        String id = heldId(second);
        assertThat(calls.get(HOME, "/api/v1/held?limit=200").text())
                .contains("\"fields\":[\"date of birth\"]")
                .doesNotContain("2016-03-14", "Example", "9990000018");

        Answer released =
                calls.post(HOME, "/api/v1/held/" + id + "/release", "{\"reason\":\"checked\"}");

        assertThat(released.status()).as(released.text()).isEqualTo(200);
        assertThat(inboxItem(TRUST, second)).isNotNull();
        assertProblem(
                calls.post(HOME, "/api/v1/held/" + id + "/reject", "{\"reason\":\"again\"}"),
                409,
                "not-possible");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"reason\":\"\"}", "{\"reason\":\"  \\t \"}", "{\"reason\":\"no\"}"})
    void answers400ToADecisionWithoutAReason(String body) {
        String item = "/api/v1/held/" + UUID.randomUUID();

        assertProblem(calls.post(HOME, item + "/release", body), 400, "malformed");
        assertProblem(calls.post(HOME, item + "/reject", body), 400, "malformed");
    }

    @Test
    void answers404ToADecisionAboutWhatWasNeverHeld() {
        String item = "/api/v1/held/" + UUID.randomUUID();
        String tooLong = "{\"reason\":\"%s\"}".formatted("x".repeat(501));

        assertProblem(
                calls.post(HOME, item + "/release", "{\"reason\":\"checked\"}"), 404, "not-found");
        assertProblem(calls.post(HOME, item + "/release", tooLong), 400, "malformed");
        assertThat(calls.post(TRUST, item + "/release", "{\"reason\":\"checked\"}").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1/demo/clock"})
    void answers404ToADoorThatIsNotThere(String path) {
        assertProblem(calls.get(HOME, path), 404, "not-found");
    }

    private static String heldId(AdviceExample request) {
        return StreamSupport.stream(
                        calls.get(HOME, "/api/v1/held?limit=200")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(i -> i.path("messageId").asText().equals(request.id()))
                .map(i -> i.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode inboxItem(String as, AdviceExample request) {
        return StreamSupport.stream(
                        calls.get(as, "/api/v1/inbox?limit=200").json().path("items").spliterator(),
                        false)
                .filter(i -> i.at("/message/messageId").asText().equals(request.id()))
                .findFirst()
                .orElse(null);
    }
}
