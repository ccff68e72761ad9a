package org.ehcexchange.api;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The doors for programs, over HTTP, on a whole exchange.
class ApiIT {

    private static final String HOME = "LA:998";
    private static final String TRUST = "ODS:RN1";
    private static final String OUTSIDER = "ODS:RN2";
    private static final String MESSAGES = "/api/v1/messages";
    private static final String DOCUMENTS = "/api/v1/documents";
    private static final byte[] REPORT = "%PDF-1.7\nA report.\n%%EOF\n".getBytes(UTF_8);

    @TempDir static Path folder;
    private static RunningExchange exchange;
    private static Calls calls;

    @BeforeAll
    static void start() {
        Path directory = folder.resolve("directory");
        organisation(directory, HOME, "authority");
        organisation(directory, TRUST, "health-provider");
        organisation(directory, OUTSIDER, "health-provider");
        exchange = RunningExchange.start(folder.resolve("data"), directory, Map.of());
        calls = new Calls(exchange.url(""), "correct-horse");
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    private static void organisation(Path folder, String code, String role) {
        RunningExchange.organisation(
                folder,
                code.replace(':', '-').toLowerCase(java.util.Locale.ROOT),
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

    @Test
    void accepts202AndRepeats200WithTheSameReceipt() throws IOException {
        Request request = Request.fresh();

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
        Request request = Request.fresh();
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
                raw(
                        "POST /api/v1/messages HTTP/1.1\r\nHost: x\r\n"
                                + "Content-Type: application/json\r\nContent-Length: 52428800\r\n"
                                + expect
                                + bearer()
                                + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("too-large");
    }

    @Test
    void answers413ToABodyOfUnknownLengthOnceItIsTooLarge() throws IOException {
        String megabyte = "100000\r\n" + " ".repeat(0x100000) + "\r\n";
        String answer =
                raw(
                        "POST /api/v1/messages HTTP/1.1\r\nHost: x\r\n"
                                + "Content-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\n"
                                + bearer()
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
                Request.fresh()
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
        assertProblem(calls.post(TRUST, MESSAGES, Request.fresh().json()), 403, "forbidden");
    }

    @Test
    void refusesAtTheGateWithTheReason() throws IOException {
        String body = Request.fresh().json().replaceAll("(?s)\"ground\".*?},", "");

        Answer answer = calls.post(HOME, MESSAGES, body);

        assertProblem(answer, 422, "refused");
        assertThat(answer.json().findValuesAsText("pointer").getFirst()).startsWith("/ground");
    }

    @Test
    void showsAMessageToItsSenderAndItsRecipientAndNobodyElse() throws IOException {
        Request request = Request.sent();

        JsonNode sender = calls.get(HOME, MESSAGES + "/" + request.id()).json();
        JsonNode recipient = calls.get(TRUST, MESSAGES + "/" + request.id()).json();

        assertThat(sender.at("/receipt/messageId").asText()).isEqualTo(request.id());
        assertThat(recipient.at("/message/messageId").asText()).isEqualTo(request.id());
        assertThat(recipient.has("receipt")).isFalse();
    }

    @Test
    void answersAlikeToSomebodyElsesAndToNone() throws IOException {
        Request request = Request.sent();
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
        Request request = Request.fresh();
        calls.post(HOME, MESSAGES, request.json().replaceAll("(?s)\"ground\".*?},", ""));

        String path = "/api/v1/conversations/" + request.conversation();
        assertThat(calls.get(TRUST, path).status()).isEqualTo(404);
        assertThat(calls.get(HOME, path).json().at("/summary/state").asText()).isEqualTo("refused");
    }

    @Test
    void keepsTheInboxUntilSomebodySaysTheyHaveIt() throws IOException {
        Request request = Request.sent();
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
        Request request = Request.sent();
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
            calls.post(HOME, MESSAGES, Request.fresh().json().replace("EHC-2026-0173", reference));
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

    @Test
    void storesADocumentAndGivesItToThoseItWasSentTo() throws IOException {
        Answer stored = calls.post(TRUST, DOCUMENTS, multipartType(), multipart(REPORT, ""));
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);
        String path = DOCUMENTS + "/" + stored.json().path("id").asText();

        assertThat(calls.get(TRUST, path).text()).isEqualTo(new String(REPORT, UTF_8));
        assertProblem(calls.get(HOME, path), 404, "not-found");

        Request request = Request.sent();
        Answer answered = calls.post(TRUST, MESSAGES, request.answer(stored.json()));
        assertThat(answered.status()).as(answered.text()).isEqualTo(202);

        Answer read = calls.get(HOME, path);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(read.header("Content-Disposition"))
                .startsWith("attachment")
                .doesNotContain("Robin");
        assertThat(calls.get(HOME, path, "If-None-Match", read.header("ETag")).status())
                .isEqualTo(304);
        assertProblem(calls.get(OUTSIDER, path), 404, "not-found");
    }

    @Test
    void storesARawBodyUnderANeutralTitle() {
        Answer stored =
                calls.post(HOME, DOCUMENTS, "application/pdf", BodyPublishers.ofByteArray(REPORT));

        assertThat(stored.status()).isEqualTo(201);
        assertThat(stored.json().path("title").asText()).isEqualTo("document");
        assertThat(stored.json().path("size").asInt()).isEqualTo(REPORT.length);
    }

    @Test
    void keepsTheLabelAndRefusesAnotherHash() {
        Answer labelled =
                calls.post(
                        HOME,
                        DOCUMENTS,
                        multipartType(),
                        multipart(REPORT, ",\"confidentiality\":\"restricted\""));
        Answer mismatch =
                calls.post(
                        HOME,
                        DOCUMENTS,
                        multipartType(),
                        multipart(REPORT, ",\"sha256\":\"" + "0".repeat(64) + "\""));

        assertThat(labelled.json().path("confidentiality").asText()).isEqualTo("restricted");
        assertProblem(mismatch, 422, "invalid");
    }

    @Test
    void refusesAnExecutableRenamedPdf() {
        Answer answer =
                calls.post(
                        HOME,
                        DOCUMENTS,
                        multipartType(),
                        multipart("MZ\0\0 this is a program".getBytes(UTF_8), ""));

        assertProblem(answer, 415, "unsupported-type");
    }

    @Test
    void keepsNothingOfAnUploadCutShort() throws IOException {
        long before = files();
        String head =
                "POST /api/v1/documents HTTP/1.1\r\nHost: x\r\nContent-Type: application/pdf\r\n"
                        + "Content-Length: 100000\r\n"
                        + bearer()
                        + "\r\n%PDF-1.7 only the beginning";

        String answer = raw(head);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("broke off");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void refusesPartsOutOfOrderOrUnknownMetadata() {
        Answer unknown =
                calls.post(HOME, DOCUMENTS, multipartType(), multipart(REPORT, ",\"x\":1"));
        Answer noMetadata =
                calls.post(
                        HOME,
                        DOCUMENTS,
                        multipartType(),
                        BodyPublishers.ofString(
                                part("file", "application/pdf", "x") + "--b--\r\n"));

        assertProblem(unknown, 400, "malformed");
        assertProblem(noMetadata, 400, "malformed");
    }

    @Test
    void passesAHundredMegabytesInAndOutWithoutGrowing() throws IOException {
        long size = 100L * 1024 * 1024 - 1;
        System.gc();
        var heap = new Heap();

        Answer stored =
                calls.post(
                        HOME,
                        DOCUMENTS,
                        "application/pdf",
                        BodyPublishers.ofInputStream(() -> new Pdf(size, heap)));
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);
        assertThat(stored.json().path("size").asLong()).isEqualTo(size);
        long back =
                calls.download(
                        HOME, DOCUMENTS + "/" + stored.json().path("id").asText(), heap::look);

        assertThat(back).isEqualTo(size);
        assertThat(heap.growth()).isLessThan(64L * 1024 * 1024);
    }

    @Test
    void refusesADocumentOverTheLimitBeforeItIsSent() throws IOException {
        String answer =
                raw(
                        "POST /api/v1/documents HTTP/1.1\r\nHost: x\r\n"
                                + "Content-Type: application/pdf\r\nContent-Length: 200000000\r\n"
                                + bearer()
                                + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("too-large");
    }

    @Test
    void showsMetricsToHomeAndHealthToEverybody() throws IOException {
        assertThat(calls.get(HOME, "/actuator/prometheus").status()).isEqualTo(200);
        assertThat(calls.get(TRUST, "/actuator/prometheus").status()).isEqualTo(403);
        assertThat(raw("GET /actuator/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
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
        Request first = Request.sent();
        Request second = first.aboutAnotherChild();
        Answer held = calls.post(HOME, MESSAGES, second.json());
        assertThat(held.json().path("status").asText()).isEqualTo("held");
        assertThat(calls.get(TRUST, MESSAGES + "/" + second.id()).status()).isEqualTo(404);
        String id = heldId(second);

        Answer released =
                calls.post(HOME, "/api/v1/held/" + id + "/release", "{\"reason\":\"checked\"}");

        assertThat(released.status()).as(released.text()).isEqualTo(200);
        assertThat(inboxItem(TRUST, second)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1/demo/clock"})
    void answers404ToADoorThatIsNotThere(String path) {
        assertProblem(calls.get(HOME, path), 404, "not-found");
    }

    private static String heldId(Request request) {
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

    private static JsonNode inboxItem(String as, Request request) {
        return StreamSupport.stream(
                        calls.get(as, "/api/v1/inbox?limit=200").json().path("items").spliterator(),
                        false)
                .filter(i -> i.at("/message/messageId").asText().equals(request.id()))
                .findFirst()
                .orElse(null);
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asText())
                .isEqualTo("urn:ehc-exchange:problem:" + type);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("violations")).isNotEmpty();
        for (JsonNode violation : answer.json().path("violations")) {
            assertThat(violation.path("problem").asText()).isNotBlank();
            assertThat(violation.path("remedy").asText()).isNotBlank();
        }
    }

    private static String multipartType() {
        return "multipart/form-data; boundary=b";
    }

    private static java.net.http.HttpRequest.BodyPublisher multipart(byte[] file, String more) {
        String metadata = "{\"title\":\"Report on Robin\"" + more + "}";
        String before = part("metadata", "application/json", metadata);
        String head =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n";
        return BodyPublishers.ofByteArrays(
                List.of((before + head).getBytes(UTF_8), file, "\r\n--b--\r\n".getBytes(UTF_8)));
    }

    private static String part(String name, String type, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: %s\r\n\r\n%s\r\n"
                .formatted(name, type, content);
    }

    private static long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("data/documents"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static String bearer() {
        return "Authorization: Bearer " + calls.token(HOME) + "\r\n";
    }

    /// Sends bytes as they are, says no more, and reads what comes.
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", exchange.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(UTF_8));
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /// The most of the heap that was in use, against what was at first.
    private static final class Heap {
        private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        private final long before = memory.getHeapMemoryUsage().getUsed();
        private long most;

        /// What nobody holds any more does not count, so a high reading is taken again without it.
        void look() {
            if (memory.getHeapMemoryUsage().getUsed() - before > 48L * 1024 * 1024) {
                System.gc();
            }
            most = Math.max(most, memory.getHeapMemoryUsage().getUsed());
        }

        long growth() {
            return most - before;
        }
    }

    /// So many bytes that look like a PDF.
    private static final class Pdf extends InputStream {
        private final long size;
        private final Heap heap;
        private long at;

        Pdf(long size, Heap heap) {
            this.size = size;
            this.heap = heap;
        }

        @Override
        public int read() {
            if (at == size) {
                return -1;
            }
            if (at % (4 * 1024 * 1024) == 0) {
                heap.look();
            }
            int next = at < REPORT.length ? REPORT[(int) at] : (int) (at % 251);
            at++;
            return next;
        }
    }

    /// An advice request to the trust.
    private record Request(String id, String conversation, String json) {

        static Request fresh() throws IOException {
            return of(example("advice-request"));
        }

        private static Request of(String json) {
            String id = UUID.randomUUID().toString();
            String conversation = UUID.randomUUID().toString();
            return new Request(
                    id,
                    conversation,
                    json.replace("0b8f6f3e-6c1d-4c53-9f0f-6b4f3b9f1a01", id)
                            .replace("7d2f4a6c-1f0e-4b7a-8a55-0d8a4c2e9b10", conversation));
        }

        static Request sent() throws IOException {
            Request request = fresh();
            Answer answer = calls.post(HOME, MESSAGES, request.json());
            assertThat(answer.status()).as(answer.text()).isEqualTo(202);
            return request;
        }

        Request aboutAnotherChild() throws IOException {
            return of(example("advice-request").replace("2017-03-14", "2016-03-14"));
        }

        String answer() throws IOException {
            return example("advice-return")
                    .replace("5a0c0b52-7b55-4b8f-8d3a-0f3d1f1d7c02", UUID.randomUUID().toString())
                    .replace("0b8f6f3e-6c1d-4c53-9f0f-6b4f3b9f1a01", id)
                    .replace("7d2f4a6c-1f0e-4b7a-8a55-0d8a4c2e9b10", conversation);
        }

        String answer(JsonNode document) throws IOException {
            return answer().replace(
                            "\"outcome\":", "\"documents\": [" + document + "], \"outcome\":");
        }

        private static String example(String name) throws IOException {
            return new ClassPathResource("openapi/" + name + ".json").getContentAsString(UTF_8);
        }
    }
}
