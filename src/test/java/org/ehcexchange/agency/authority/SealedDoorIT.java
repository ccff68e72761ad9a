package org.ehcexchange.agency.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.running.CaseSystem;
import org.ehcexchange.running.Folders;
import org.ehcexchange.running.Neighbour;
import org.ehcexchange.running.Ports;
import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.running.Transfers;
import org.ehcexchange.sealing.Hash;
import org.ehcexchange.sealing.Jws;
import org.ehcexchange.sealing.KeyRing;
import org.ehcexchange.sealing.Keys;
import org.ehcexchange.sealing.Part;
import org.ehcexchange.sealing.PinnedKey;
import org.ehcexchange.sealing.Sealed;
import org.ehcexchange.sealing.SealedMessage;
import org.ehcexchange.sealing.SealedReceipt;
import org.ehcexchange.sealing.Type;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// Another exchange sends sealed messages over real sockets.
class SealedDoorIT {

    private static final String MESSAGES = "/exchange/v1/messages";
    private static final byte[] REPORT =
            "%PDF-1.7\nA report.\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private static final OrganisationCode EXPIRED = new OrganisationCode("LA:996");
    private static final ECKey EXPIRED_KEY = Keys.generate();
    private static final String AN_ACCEPTANCE = acceptance();

    @TempDir static Path folder;
    private static RunningExchange exchange;
    private static Neighbour neighbour;

    @BeforeAll
    static void start() throws IOException {
        Path directory = folder.resolve("directory");
        Folders.council(directory);
        int port = Ports.free();
        neighbour = new Neighbour("http://localhost:" + port);
        neighbour.pinIn(directory, "http://localhost:1");
        Neighbour.pinIn(
                directory, EXPIRED, "http://localhost:1", EXPIRED_KEY, "2026-01-01T00:00:00Z");
        exchange =
                RunningExchange.start(
                        folder.resolve("data"), directory, Map.of("server.port", port));
    }

    /// The published example, as Southmere would send it.
    private static String acceptance() {
        try {
            return Files.readString(Path.of("mappings/canonical/examples/plan-accepted.json"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    @Test
    void answersWithAReceiptOnceItIsRecorded() throws Exception {
        SealedMessage sealed = sealed(Transfers.text(Neighbour.CODE, Neighbour.HOME));

        HttpResponse<String> answer = send(sealed.jws());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/jose");
        SealedReceipt receipt = receipt(answer.body());
        assertThat(receipt.differences(sealed)).isEmpty();
        assertThat(published().check(receipt.jws(), Neighbour.now()))
                .isInstanceOf(KeyRing.Checking.Signed.class);
        assertThat(recorded(sealed)).isEqualTo(1);
        assertThat(original(sealed)).isEqualTo(sealed.jws().bytes());
    }

    /// Before it signs that it has it, the exchange puts on record that it says so to the old
    /// authority.
    @Test
    void saysThatAPlanIsInHand() {
        SealedMessage sealed = sealed(Transfers.text(Neighbour.CODE, Neighbour.HOME));

        send(sealed.jws());

        assertThat(
                        database()
                                .sql(
                                        """
                                        select v.state || ' ' || (m.canonical::jsonb ->> 'sha256')
                                        from message m join conversation v on v.id = m.conversation_id
                                        where m.type = 'plan-received' and m.in_reply_to = ?
                                        """)
                                .param(sealed.jws().header().id())
                                .query(String.class)
                                .single())
                .isEqualTo("received " + Hash.of(canonical(sealed)));
    }

    /// As the exchange writes it, whatever the spelling in which it came.
    private static String canonical(SealedMessage sealed) {
        return exchange.bean(Rows.class).canonical(sealed.message());
    }

    @Test
    void answersTheSameBytesWithTheSameReceipt() {
        SealedMessage sealed = sealed(Transfers.text(Neighbour.CODE, Neighbour.HOME));
        String first = send(sealed.jws()).body();

        HttpResponse<String> second = send(sealed.jws());

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first);
    }

    @Test
    void receivesOnceHoweverManySendAtOnce() {
        SealedMessage sealed = sealed(Transfers.text(Neighbour.CODE, Neighbour.HOME));

        List<String> receipts =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> send(sealed.jws()).body())
                        .distinct()
                        .toList();

        assertThat(receipts).hasSize(1);
        assertThat(recorded(sealed)).isEqualTo(1);
    }

    @Test
    void signsAgainWhatItWasKilledBeforeSigning() {
        SealedMessage sealed = sealed(Transfers.text(Neighbour.CODE, Neighbour.HOME));
        SealedReceipt lost = receipt(send(sealed.jws()).body());
        database().sql("delete from sealed_receipt").update();

        HttpResponse<String> again = send(sealed.jws());

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(receipt(again.body()).says()).isEqualTo(lost.says());
    }

    @Test
    void answersOtherBytesUnderTheSameIdWithTheReceiptForTheFirst() throws IOException {
        String text = Transfers.text(Neighbour.CODE, Neighbour.HOME);
        SealedMessage first = sealed(text);
        String given = send(first.jws()).body();
        SealedMessage second = sealed(text.replace("Tires quickly", "Tires slowly"));

        HttpResponse<String> answer = send(second.jws());

        assertProblem(answer, 409, "conflict");
        String receipt = json(answer).path("receipt").asText();
        assertThat(receipt).isEqualTo(given);
        assertThat(receipt(receipt).differences(second)).isNotEmpty();
    }

    @Test
    void takesAMessageOnlyWithEveryDocument() {
        DocumentReference document =
                new DocumentReference(
                        UUID.randomUUID(),
                        "Advice",
                        "application/pdf",
                        REPORT.length,
                        Hash.of(REPORT),
                        null);
        SealedMessage sealed = sealed(Transfers.text(Neighbour.CODE, Neighbour.HOME, document));
        HttpResponse<String> missing = send(sealed.jws());
        assertProblem(missing, 422, "invalid");
        assertThat(json(missing).at("/violations/0/pointer").asText()).isEqualTo("/documents/0");

        neighbour.announce(
                new Part(
                        Part.DOCUMENT + document.id(),
                        REPORT.length,
                        Hash.of(REPORT),
                        "application/pdf"));
        neighbour.patch(Hash.of(REPORT), 0, BodyPublishers.ofByteArray(REPORT));
        assertThat(send(sealed.jws()).statusCode()).isEqualTo(201);
        Documents documents = exchange.bean(Documents.class);
        assertThat(documents.open(documents.find(document.id()).orElseThrow()))
                .hasBinaryContent(REPORT);
    }

    @Test
    void refusesWhatNobodyItKnowsSigned() {
        String text = Transfers.text(Neighbour.CODE, Neighbour.HOME);
        Jws genuine = sealed(text).jws();
        String payload = new String(genuine.payload(), StandardCharsets.UTF_8);
        Jws tampered =
                Jws.sign(
                        Keys.generate(),
                        genuine.header(),
                        payload.replace("quickly", "slowly").getBytes(StandardCharsets.UTF_8));

        assertRefused(tampered, 401, "signature");
        assertRefused(sealed(text, Keys.generate(), Neighbour.now()).jws(), 401, "unknown-key");
        assertRefused(from("LA:997", "LA:998"), 401, "unknown-sender");
        assertRefused(from("LA:999", "LA:997"), 401, "audience");
        assertRefused(from("LA:998", "LA:999"), 401, "unknown-sender");
        Instant tomorrow = Neighbour.now().plus(Duration.ofDays(1));
        assertRefused(sealed(text, neighbour.key(), tomorrow).jws(), 401, "clock");
        assertRefused(Sealed.receipt(sealed(text)).jws(), 400, "type");
    }

    /// Its key is the right one, and counts no more.
    @Test
    void refusesWhatIsSignedWithAKeyThatExpired() {
        String text = Transfers.text(EXPIRED, Neighbour.HOME);

        assertRefused(sealed(text, EXPIRED_KEY, Neighbour.now()).jws(), 401, "expired-key");
        Instant before = Neighbour.now().minus(Duration.ofDays(2));
        assertRefused(sealed(text, EXPIRED_KEY, before).jws(), 401, "expired-key");
    }

    /// A receipt is no answer to a plan that nobody sent, and no plan of another's can be accepted.
    @Test
    void refusesAnAnswerToWhatWasNotSent() {
        SealedMessage accepted = sealed(AN_ACCEPTANCE);

        assertRefused(accepted.jws(), 404, "not-found");
    }

    /// In whatever order the answers come: what is accepted stays so.
    @Test
    void takesAReceiptThatComesAfterTheAcceptance() {
        CaseSystem council = new CaseSystem(exchange.url(""), Neighbour.HOME);
        ObjectNode plan = council.sendPlan(Neighbour.CODE);
        CaseSystem other = new CaseSystem("http://localhost:1", Neighbour.CODE);
        Jws accepted = sealed(other.acceptance(plan).toString()).jws();
        Jws received = sealed(other.receipt(plan, hash(plan)).toString()).jws();

        assertThat(send(accepted).statusCode()).isEqualTo(201);
        assertThat(send(received).statusCode()).isEqualTo(201);
        assertThat(send(accepted).statusCode()).isEqualTo(200);
        assertThat(council.state(plan)).isEqualTo("accepted");
        assertRefused(sealed(other.acceptance(plan).toString()).jws(), 422, "illegal-move");
    }

    private static String hash(ObjectNode plan) {
        return Hash.of(
                database()
                        .sql("select canonical from message where message_id = ?")
                        .param(UUID.fromString(plan.path("messageId").asText()))
                        .query(String.class)
                        .single());
    }

    private static Jws from(String from, String to) {
        return sealed(Transfers.text(new OrganisationCode(from), new OrganisationCode(to))).jws();
    }

    @Test
    void refusesWhatDoesNotAgreeWithItself() {
        Jws genuine = sealed(Transfers.text(Neighbour.CODE, Neighbour.HOME)).jws();
        String payload = new String(genuine.payload(), StandardCharsets.UTF_8);

        assertRefused(signed(genuine, payload.replace("quickly", "slowly")), 422, "invalid");
        assertRefused(signed(genuine, payload.replace("\"size\":", "\"sizes\":")), 422, "invalid");
        assertRefused(signed(genuine, "{}"), 422, "invalid");
        HttpResponse<String> answer = send(signed(genuine, payload.replace("quickly", "slowly")));
        assertThat(json(answer).path("violations").findValuesAsText("pointer"))
                .containsExactly("/manifest/parts/0", "/manifest/parts/3");
    }

    private static Jws signed(Jws genuine, String payload) {
        return Jws.sign(
                neighbour.key(), genuine.header(), payload.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesWhatIsNoSealedMessage() {
        assertProblem(post("hello"), 400, "malformed");
        assertProblem(post(""), 400, "malformed");
        assertProblem(post("a".repeat(5 << 20)), 413, "too-large");
        assertThat(
                        neighbour
                                .post(MESSAGES, "application/json", BodyPublishers.ofString("{}"))
                                .statusCode())
                .isEqualTo(415);
    }

    @Test
    void putsOnRecordWhatItTurnedAway() {
        long before = turnedAway();

        post("hello");

        assertThat(turnedAway()).isEqualTo(before + 1);
    }

    private static long turnedAway() {
        return database()
                .sql("select count(*) from audit where act = 'turned-away'")
                .query(Long.class)
                .single();
    }

    @Test
    void keepsTheKeyThatProvedIt() {
        send(sealed(Transfers.text(Neighbour.CODE, Neighbour.HOME)).jws());

        assertThat(database().sql("select kid from partner_key").query(String.class).list())
                .containsExactly(Keys.thumbprint(neighbour.key()));
    }

    private static HttpResponse<String> send(Jws jws) {
        return neighbour.post(MESSAGES, jws);
    }

    private static HttpResponse<String> post(String body) {
        return neighbour.post(MESSAGES, "application/jose", BodyPublishers.ofString(body));
    }

    private static SealedMessage sealed(String text) {
        return sealed(text, neighbour.key(), Neighbour.now());
    }

    private static SealedMessage sealed(String text, ECKey key, Instant at) {
        return SealedMessage.seal(Sealed.message(text), text, key, at);
    }

    /// Refused with the reason, put on record, and nothing else changed.
    private static void assertRefused(Jws jws, int status, String word) {
        String before = record();
        long turnedAway = turnedAway();
        assertProblem(send(jws), status, word);
        assertThat(record()).isEqualTo(before);
        assertThat(turnedAway()).isEqualTo(turnedAway + 1);
    }

    private static String record() {
        return database()
                .sql(
                        """
                        select (select string_agg(c::text, ',' order by id) from conversation c) ||
                          (select count(*) from message) || (select count(*) from delivery)
                          || (select count(*) from sealed_receipt)
                        """)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String word) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("type").asText())
                .as(answer.body())
                .isEqualTo("urn:ehc-exchange:problem:" + word);
        for (JsonNode violation : json(answer).path("violations")) {
            assertThat(violation.path("problem").asText()).isNotBlank();
            assertThat(violation.path("remedy").asText()).isNotBlank();
        }
        assertThat(answer.body()).doesNotContain("Testerson", "Tires");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new JsonMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(answer.body(), e);
        }
    }

    private static SealedReceipt receipt(String text) {
        Jws jws =
                ((Jws.Reading.Read)
                                Jws.read(text.getBytes(StandardCharsets.US_ASCII), Type.RECEIPT))
                        .jws();
        return ((SealedReceipt.Opening.Opened) SealedReceipt.open(jws)).receipt();
    }

    /// The exchange's keys as it publishes them.
    private static KeyRing published() throws Exception {
        URI url = neighbour.request("/exchange/v1/jwks.json").build().uri();
        List<PinnedKey> keys =
                JWKSet.load(url.toURL()).getKeys().stream()
                        .map(key -> new PinnedKey(key.toECKey(), null, null))
                        .toList();
        return organisation -> organisation.equals(Neighbour.HOME) ? keys : List.of();
    }

    private static long recorded(SealedMessage sealed) {
        return database()
                .sql("select count(*) from message where message_id = ? and door = 'sealed'")
                .param(sealed.jws().header().id())
                .query(Long.class)
                .single();
    }

    private static byte[] original(SealedMessage sealed) {
        return database()
                .sql("select original from message where message_id = ?")
                .param(sealed.jws().header().id())
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private static JdbcClient database() {
        return exchange.bean(JdbcClient.class);
    }
}
