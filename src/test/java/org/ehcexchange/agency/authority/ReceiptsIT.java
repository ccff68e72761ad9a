package org.ehcexchange.agency.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.ECKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.running.Folders;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.Neighbour;
import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.running.Transfers;
import org.ehcexchange.sealing.Header;
import org.ehcexchange.sealing.Jws;
import org.ehcexchange.sealing.Keys;
import org.ehcexchange.sealing.SealedMessage;
import org.ehcexchange.sealing.SealedReceipt;
import org.ehcexchange.sealing.Type;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// What an exchange makes of the answers of another, right and wrong: nothing counts as delivered
/// without a receipt that holds.
class ReceiptsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final OrganisationCode THIRD = new OrganisationCode("LA:997");
    private static final ECKey SOUTHMERE = Keys.generate();
    private static final ECKey THIRD_KEY = Keys.generate();

    @TempDir static Path folder;
    private static HttpServer southmere;
    private static RunningExchange exchange;
    private static final List<SealedMessage> CAME = new CopyOnWriteArrayList<>();
    private static volatile Function<SealedMessage, Reply> answer = sent -> Reply.none();

    private record Reply(int status, String body) {

        static Reply none() {
            return new Reply(201, "");
        }

        static Reply of(Jws jws) {
            return new Reply(201, jws.text());
        }

        static Reply problem(int status, String word) {
            return new Reply(
                    status,
                    "{\"type\":\"urn:ehc-exchange:problem:%s\",\"detail\":\"Robin Testerson\",\"violations\":[{\"pointer\":\"/manifest/parts/3\",\"problem\":\"Robin Testerson\"}]}"
                            .formatted(word));
        }
    }

    @BeforeAll
    static void start() throws IOException {
        southmere =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        southmere.createContext("/exchange/v1/messages", ReceiptsIT::handle);
        southmere.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        southmere.start();
        Path directory = folder.resolve("directory");
        Folders.council(directory);
        String url = "http://localhost:" + southmere.getAddress().getPort() + "/";
        Neighbour.pinIn(directory, Neighbour.CODE, url, SOUTHMERE);
        Neighbour.pinIn(directory, THIRD, "http://localhost:1", THIRD_KEY);
        exchange = RunningExchange.start(folder.resolve("data"), directory, Map.of());
    }

    private static void handle(HttpExchange request) throws IOException {
        try (request) {
            byte[] body = request.getRequestBody().readAllBytes();
            Jws jws = ((Jws.Reading.Read) Jws.read(body, Type.MESSAGE)).jws();
            SealedMessage sent = ((SealedMessage.Opening.Opened) SealedMessage.open(jws)).message();
            CAME.add(sent);
            Reply reply = answer.apply(sent);
            byte[] text = reply.body().getBytes(StandardCharsets.UTF_8);
            request.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
            request.getResponseBody().write(text);
        }
    }

    @AfterAll
    static void stop() {
        exchange.close();
        southmere.stop(0);
    }

    @Test
    void countsAsDeliveredWithAReceiptThatHolds() {
        answer = sent -> Reply.of(receipt(sent, SOUTHMERE));

        PlanTransfer transfer = send();

        await().atMost(SOON).until(() -> status(transfer).equals("delivered"));
        assertThat(receipts(transfer)).isEqualTo(1);
    }

    @Test
    void takesADuplicateWithItsReceiptForSuccess() {
        answer =
                sent ->
                        new Reply(
                                409,
                                "{\"type\":\"urn:ehc-exchange:problem:conflict\",\"receipt\":\"%s\"}"
                                        .formatted(receipt(sent, SOUTHMERE).text()));

        PlanTransfer transfer = send();

        await().atMost(SOON).until(() -> status(transfer).equals("delivered"));
        assertThat(receipts(transfer)).isEqualTo(1);
    }

    @Test
    void needsAReceipt() {
        assertDead(sent -> Reply.none(), "malformed");
        assertDead(sent -> new Reply(200, "thank you"), "malformed");
        assertDead(sent -> Reply.of(sent.jws()), "type at /header/typ");
    }

    @Test
    void needsAReceiptByWhomItWentTo() {
        assertDead(sent -> Reply.of(receipt(sent, Keys.generate())), "unknown-key");
        assertDead(sent -> Reply.of(forged(sent)), "signature at /signature");
        assertDead(sent -> Reply.of(byAThird(sent)), "receipt at /header/iss");
        assertDead(sent -> Reply.of(forAThird(sent)), "audience at /header/aud");
    }

    /// The right name over another's signature.
    private static Jws forged(SealedMessage sent) {
        Jws genuine = receipt(sent, SOUTHMERE);
        return Jws.sign(Keys.generate(), genuine.header(), genuine.payload());
    }

    private static Jws byAThird(SealedMessage sent) {
        Jws genuine = receipt(sent, SOUTHMERE);
        return Jws.sign(
                THIRD_KEY, header(THIRD, Neighbour.HOME, THIRD_KEY, sent), genuine.payload());
    }

    private static Jws forAThird(SealedMessage sent) {
        Jws genuine = receipt(sent, SOUTHMERE);
        return Jws.sign(
                SOUTHMERE, header(Neighbour.CODE, THIRD, SOUTHMERE, sent), genuine.payload());
    }

    private static Header header(
            OrganisationCode from, OrganisationCode to, ECKey key, SealedMessage sent) {
        return new Header(
                Type.RECEIPT,
                Keys.thumbprint(key),
                from,
                to,
                java.time.Instant.ofEpochSecond(Neighbour.now().getEpochSecond()),
                sent.jws().header().id());
    }

    @Test
    void needsAReceiptForThisVeryMessage() {
        answer = sent -> Reply.of(receipt(sent, SOUTHMERE));
        PlanTransfer before = send();
        await().atMost(SOON).until(() -> status(before).equals("delivered"));
        SealedMessage other = CAME.getLast();

        assertDead(sent -> Reply.of(receipt(other, SOUTHMERE)), "receipt at /messageId");
        assertDead(
                sent -> {
                    SealedReceipt.Content says = content(sent);
                    return Reply.of(
                            sign(
                                    new SealedReceipt.Content(
                                            says.messageId(),
                                            says.from(),
                                            says.to(),
                                            says.sealedSha256(),
                                            "0".repeat(64),
                                            says.manifest(),
                                            says.receivedAt()),
                                    SOUTHMERE));
                },
                "receipt at /messageSha256");
    }

    @Test
    void leavesARefusalToAPersonWithoutRepeatingWhatTheOtherSaid() {
        assertDead(
                sent -> Reply.problem(422, "manifest"), "HTTP 422 (manifest at /manifest/parts/3)");
        assertDead(sent -> Reply.problem(409, "conflict"), "HTTP 409 (conflict");
        assertDead(sent -> new Reply(418, "Robin Testerson"), "HTTP 418");
    }

    @Test
    void triesAgainWhenTheOtherIsBusy() {
        AtomicInteger busy = new AtomicInteger(2);
        answer =
                sent ->
                        busy.getAndDecrement() > 0
                                ? Reply.problem(503, "unavailable")
                                : Reply.of(receipt(sent, SOUTHMERE));

        PlanTransfer transfer = send();

        await().atMost(SOON).until(() -> status(transfer).equals("delivered"));
        List<String> bytes =
                CAME.stream()
                        .filter(sent -> sent.message().equals(transfer))
                        .map(sent -> sent.jws().text())
                        .toList();
        assertThat(bytes).hasSize(3).containsOnly(bytes.getFirst());
    }

    /// Somebody must pin the key; until then no message of anybody is spent on it.
    @Test
    void waitsForAPartnerThatDoesNotKnowTheKey() {
        answer = sent -> Reply.problem(401, "unknown-key");
        PlanTransfer transfer = send();
        await().atMost(SOON).until(() -> paused() > 0);
        assertThat(status(transfer)).isNotEqualTo("dead");

        answer = sent -> Reply.of(receipt(sent, SOUTHMERE));
        await().atMost(SOON).until(() -> status(transfer).equals("delivered"));
        assertThat(paused()).isZero();
    }

    private static long paused() {
        return database().sql("select count(*) from partner_pause").query(Long.class).single();
    }

    private static void assertDead(Function<SealedMessage, Reply> wrong, String why) {
        answer = wrong;
        PlanTransfer transfer = send();
        await().atMost(SOON).until(() -> status(transfer).equals("dead"));
        assertThat(delivery("reason", transfer)).contains(why).doesNotContain("Robin");
        assertThat(delivery("owner", transfer)).isEqualTo("LA:998");
        assertThat(receipts(transfer)).isZero();
    }

    private static SealedReceipt.Content content(SealedMessage sent) {
        return SealedReceipt.Content.of(sent, Neighbour.now());
    }

    private static Jws receipt(SealedMessage sent, ECKey key) {
        return sign(content(sent), key);
    }

    private static Jws sign(SealedReceipt.Content content, ECKey key) {
        return SealedReceipt.sign(content, key, Neighbour.now()).jws();
    }

    private static PlanTransfer send() {
        PlanTransfer transfer = Transfers.from(Neighbour.HOME, Neighbour.CODE);
        var unused =
                exchange.bean(Acceptance.class)
                        .accept(
                                Messages.arrival(
                                        exchange.bean(Rows.class), transfer, Neighbour.now()));
        return transfer;
    }

    private static String status(PlanTransfer transfer) {
        return delivery("status", transfer);
    }

    private static String delivery(String column, PlanTransfer transfer) {
        return database()
                .sql(
                        "select d.%s from delivery d join message m on m.seq = d.message_seq where m.message_id = ?"
                                .formatted(column))
                .param(transfer.envelope().messageId().value())
                .query(String.class)
                .single();
    }

    private static long receipts(PlanTransfer transfer) {
        return database()
                .sql("select count(*) from sealed_receipt where message_id = ?")
                .param(transfer.envelope().messageId().value())
                .query(Long.class)
                .single();
    }

    private static JdbcClient database() {
        return exchange.bean(JdbcClient.class);
    }
}
