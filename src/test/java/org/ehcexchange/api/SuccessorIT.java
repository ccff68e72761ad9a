package org.ehcexchange.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ehcexchange.api.ApiHouse.HOME;
import static org.ehcexchange.api.ApiHouse.MESSAGES;
import static org.ehcexchange.api.ApiHouse.assertProblem;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.directory.Organisations;
import org.ehcexchange.directory.Reload;
import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Calls.Answer;
import org.ehcexchange.testing.TestDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What becomes, over HTTP, of messages to bodies that have closed or close on the way.
class SuccessorIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String COMMISSIONER = "health-commissioner";
    private static final String PROVIDER = "health-provider";
    private static final String BOARD = "ODS:QN1";
    private static final String MERGED = "ODS:RM1";

    @TempDir static Path folder;
    private static RunningExchange exchange;
    private static Calls calls;

    @BeforeAll
    static void start() {
        open(HOME, "authority");
        open(BOARD, COMMISSIONER);
        open("ODS:QE1", COMMISSIONER);
        open("ODS:QW1", COMMISSIONER);
        open(MERGED, PROVIDER);
        write("ODS:QF1", COMMISSIONER, "opens-on: 2099-04-01", channel());
        closed("ODS:01N", COMMISSIONER, "2022-07-01", "ODS:01M");
        closed("ODS:01M", COMMISSIONER, "2023-04-01", BOARD);
        closed("ODS:01S", COMMISSIONER, "2022-07-01", "ODS:QE1", "ODS:QW1");
        closed("ODS:01X", COMMISSIONER, "2022-07-01");
        exchange =
                RunningExchange.start(
                        folder.resolve("data"), folder.resolve("directory"), Map.of());
        calls = new Calls(exchange.url(""), "correct-horse");
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    @Test
    void sendsWhatIsForAClosedBodyToItsSuccessorAndSaysSo() throws IOException {
        AdviceExample request = AdviceExample.fresh();
        String sent = request.json().replace("ODS:RN1", "ODS:01N");

        Answer answer = calls.post(HOME, MESSAGES, sent);

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().path("note").asText())
                .isEqualTo(
                        "ODS:01N closed on 2022-07-01, ODS:01M closed on 2023-04-01; sent to its"
                                + " successor ODS:QN1");
        assertThat(answer.json().at("/deliveries/0/to").asText()).isEqualTo(BOARD);
        assertThat(inboxItem(BOARD, request).at("/message/to").asText()).isEqualTo(BOARD);
        assertThat(original(request)).isEqualTo(sent);
        JsonNode story = story(HOME, request);
        assertThat(story.at("/summary/to").asText()).isEqualTo(BOARD);
        assertThat(story.path("timeline").findValuesAsText("what"))
                .anyMatch(what -> what.startsWith("redirected: ODS:01N closed on 2022-07-01"));
    }

    @Test
    void answersTheRepeatOfARedirectedMessageAlike() throws IOException {
        String sent = AdviceExample.fresh().json().replace("ODS:RN1", "ODS:01N");

        Answer once = calls.post(HOME, MESSAGES, sent);
        Answer twice = calls.post(HOME, MESSAGES, sent);

        assertThat(twice.status()).isEqualTo(200);
        assertThat(twice.json()).isEqualTo(once.json());
    }

    @Test
    void takesTheSuccessorsAnswerAndAReminderInTheOldName() throws IOException {
        AdviceExample request = AdviceExample.fresh();
        calls.post(HOME, MESSAGES, request.json().replace("ODS:RN1", "ODS:01N"));

        accepted(HOME, reminder(request, "ODS:01M"));
        accepted(BOARD, request.answer().replace("ODS:RN1", BOARD));

        assertThat(story(HOME, request).at("/summary/state").asText()).isEqualTo("provided");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ODS:01S | 2022-07-01 and was split   | ODS:QE1 (Organisation ODS:QE1), ODS:QW1 (Organisation ODS:QW1)
                    ODS:01X | has no open successor      | taken over its duties
                    ODS:QF1 | does not open before 2099-04-01 | from that day on
                    ODS:ZZ9 | is not in the directory    | check the code
                    """)
    void refusesWhatHasNoOneToGoToWithTheNames(String to, String problem, String remedy)
            throws IOException {
        Answer answer =
                calls.post(HOME, MESSAGES, AdviceExample.fresh().json().replace("ODS:RN1", to));

        assertProblem(answer, 422, "invalid");
        assertThat(answer.json().at("/violations/0/pointer").asText()).isEqualTo("/to");
        assertThat(answer.json().at("/violations/0/problem").asText()).contains(to, problem);
        assertThat(answer.json().at("/violations/0/remedy").asText()).contains(remedy);
    }

    @Test
    void handsOverConversationsInboxAndDocumentsWhenABodyCloses() throws IOException {
        open("ODS:RA1", PROVIDER);
        reload();
        JsonNode document = document(HOME);
        AdviceExample read = sentTo("ODS:RA1", document);
        AdviceExample waiting = sentTo("ODS:RA1", document(HOME));
        received("ODS:RA1", read);
        assertNotFound(MERGED, read);

        closed("ODS:RA1", PROVIDER, "2024-01-01", MERGED);
        reload();

        await().atMost(SOON).until(() -> inboxItem(MERGED, waiting) != null);
        assertThat(inboxItem(MERGED, waiting).at("/message/to").asText()).isEqualTo(MERGED);
        assertThat(inboxItem(MERGED, read)).isNull();
        for (AdviceExample request : new AdviceExample[] {read, waiting}) {
            assertThat(story(MERGED, request).at("/summary/to").asText()).isEqualTo(MERGED);
            assertThat(message(MERGED, request).at("/message/to").asText()).isEqualTo(MERGED);
            assertThat(listed(MERGED)).contains(request.conversation());
        }
        assertThat(calls.get(MERGED, "/api/v1/documents/" + document.path("id").asText()).status())
                .isEqualTo(200);
        assertThat(story(HOME, waiting).path("timeline").findValuesAsText("what"))
                .filteredOn(what -> what.startsWith("redirected: ODS:RA1 closed on 2024-01-01"))
                .hasSize(2);
        accepted(MERGED, read.answer().replace("ODS:RN1", MERGED));
        accepted(HOME, reminder(waiting, MERGED));
        await().atMost(SOON).until(() -> inboxItems(MERGED, waiting) == 2);
        assertNotFound(BOARD, read);
    }

    @Test
    void letsAClosedBodySignInNoMore() throws IOException {
        open("ODS:RB1", PROVIDER);
        reload();
        AdviceExample request = sentTo("ODS:RB1");
        received("ODS:RB1", request);

        closed("ODS:RB1", PROVIDER, "2024-01-01", MERGED);
        reload();

        Answer answer =
                calls.post("ODS:RB1", MESSAGES, request.answer().replace("ODS:RN1", "ODS:RB1"));
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void leavesASplitToTheAuthorityWithTheNames() throws IOException {
        open("ODS:RC1", PROVIDER);
        reload();
        AdviceExample request = sentTo("ODS:RC1");

        closed("ODS:RC1", PROVIDER, "2024-01-01", "ODS:QE1", "ODS:QW1");
        reload();

        await().atMost(SOON).until(() -> dead(request) != null);
        assertThat(dead(request).path("owner").asText()).isEqualTo(HOME);
        assertThat(dead(request).path("reason").asText())
                .contains("ODS:RC1 closed on 2024-01-01 and was split", "ODS:QE1", "ODS:QW1");
        assertNotFound("ODS:QE1", request);
    }

    @Test
    void givesTheReturnsToTheAuthorityThatTookOver() throws IOException {
        open("LA:997", "authority");
        open("LA:996", "authority");
        reload();
        AdviceExample request = AdviceExample.fresh();
        accepted("LA:997", request.json().replace(HOME, "LA:997").replace("ODS:RN1", MERGED));
        received(MERGED, request);

        closed("LA:997", "authority", "2024-01-01", "LA:996");
        reload();
        String advice = request.answer().replace("ODS:RN1", MERGED).replace(HOME, "LA:997");
        Answer answer = calls.post(MERGED, MESSAGES, advice);

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().path("note").asText())
                .isEqualTo("LA:997 closed on 2024-01-01; sent to its successor LA:996");
        assertThat(inboxItems("LA:996", request)).isOne();
        assertThat(listed("LA:996")).contains(request.conversation());
        JsonNode story = story("LA:996", request);
        assertThat(story.at("/summary/from").asText()).isEqualTo("LA:996");
        assertThat(story.path("timeline").findValuesAsText("what"))
                .anyMatch(what -> what.startsWith("delivered: collected"));
        assertThat(message("LA:996", request).has("receipt")).isTrue();
        String protection = "/api/v1/conversations/" + request.conversation() + "/protection";
        String mark = "{\"protected\": true, \"reason\": \"the family moved away\"}";
        assertThat(calls.post("LA:996", protection, mark).status()).isEqualTo(200);
        assertThat(calls.post(HOME, protection, mark).status()).isEqualTo(404);
    }

    @Test
    void keepsTheOldDirectoryWhenTheNewOneNamesASuccessorNobodyKnows() throws IOException {
        open("ODS:RD1", PROVIDER);
        reload();
        closed("ODS:RD1", PROVIDER, "2024-01-01", "ODS:ZZ9");

        assertThat(exchange.bean(Organisations.class).reload())
                .isInstanceOfSatisfying(
                        Reload.Refused.class,
                        refused ->
                                assertThat(refused.problems().getFirst())
                                        .hasToString(
                                                "ods-rd1.yaml:1: its successor ODS:ZZ9 has no file"
                                                        + " in the folder"));
        assertThat(inboxItem("ODS:RD1", sentTo("ODS:RD1"))).isNotNull();
        open("ODS:RD1", PROVIDER);
    }

    private static AdviceExample sentTo(String body) throws IOException {
        AdviceExample request = AdviceExample.fresh();
        accepted(HOME, request.json().replace("ODS:RN1", body));
        return request;
    }

    private static AdviceExample sentTo(String body, JsonNode document) throws IOException {
        AdviceExample request = AdviceExample.fresh();
        accepted(
                HOME,
                request.json()
                        .replace("ODS:RN1", body)
                        .replace(
                                "\"caseReference\":",
                                "\"documents\": [" + document + "], \"caseReference\":"));
        return request;
    }

    private static JsonNode document(String as) {
        byte[] pdf = ("%PDF-1.4\n% synthetic " + UUID.randomUUID() + "\n%%EOF\n").getBytes(UTF_8);
        return calls.post(
                        as,
                        "/api/v1/documents?title=Report",
                        "application/pdf",
                        BodyPublishers.ofByteArray(pdf))
                .json();
    }

    private static String reminder(AdviceExample request, String to) throws IOException {
        return request.json()
                .replace("ODS:RN1", to)
                .replace(request.id(), UUID.randomUUID().toString())
                .replace("\"advice-request\"", "\"advice-reminder\"")
                .replace("\"from\"", "\"inReplyTo\": \"" + request.id() + "\", \"from\"")
                .replaceAll("(?s)\"caseReference\".*}", "\"reason\": \"The advice is due soon.\"}");
    }

    private static void accepted(String as, String message) {
        Answer answer = calls.post(as, MESSAGES, message);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }

    private static void received(String as, AdviceExample request) {
        String item = inboxItem(as, request).path("id").asText();
        assertThat(calls.post(as, "/api/v1/inbox/" + item + "/received", "").status())
                .isEqualTo(200);
    }

    private static void assertNotFound(String as, AdviceExample request) {
        assertThat(calls.get(as, MESSAGES + "/" + request.id()).status()).isEqualTo(404);
        assertThat(calls.get(as, "/api/v1/conversations/" + request.conversation()).status())
                .isEqualTo(404);
    }

    private static JsonNode story(String as, AdviceExample request) {
        return calls.get(as, "/api/v1/conversations/" + request.conversation()).json();
    }

    private static JsonNode message(String as, AdviceExample request) {
        return calls.get(as, MESSAGES + "/" + request.id()).json();
    }

    private static Iterable<String> listed(String as) {
        return calls.get(as, "/api/v1/conversations?limit=200").json().findValuesAsText("id");
    }

    private static Stream<JsonNode> inbox(String as) {
        return StreamSupport.stream(
                calls.get(as, "/api/v1/inbox?limit=200").json().path("items").spliterator(), false);
    }

    private static JsonNode inboxItem(String as, AdviceExample request) {
        return inbox(as)
                .filter(item -> item.at("/message/messageId").asText().equals(request.id()))
                .findFirst()
                .orElse(null);
    }

    private static long inboxItems(String as, AdviceExample request) {
        return inbox(as)
                .filter(
                        item ->
                                item.at("/message/conversationId")
                                        .asText()
                                        .equals(request.conversation()))
                .count();
    }

    private static JsonNode dead(AdviceExample request) {
        JsonNode dead = calls.get(HOME, "/api/v1/deliveries?state=dead").json().path("deliveries");
        return StreamSupport.stream(dead.spliterator(), false)
                .filter(letter -> letter.path("messageId").asText().equals(request.id()))
                .findFirst()
                .orElse(null);
    }

    private static String original(AdviceExample request) {
        byte[] bytes =
                exchange.bean(JdbcClient.class)
                        .sql("select original from message where message_id = ?")
                        .param(UUID.fromString(request.id()))
                        .query(byte[].class)
                        .single();
        return new String(bytes, UTF_8);
    }

    private static void open(String code, String role) {
        write(code, role, channel());
    }

    private static String channel() {
        return "channel: {type: canonical-pull}";
    }

    private static void closed(String code, String role, String on, String... successors) {
        write(
                code,
                role,
                "closes-on: " + on,
                successors.length == 0
                        ? ""
                        : "successors: [" + String.join(", ", successors) + "]");
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
                        .formatted(
                                code,
                                code,
                                role,
                                TestDirectory.HASH,
                                String.join(System.lineSeparator(), lines)));
    }

    private static void reload() {
        assertThat(exchange.bean(Organisations.class).reload()).isInstanceOf(Reload.Replaced.class);
    }
}
