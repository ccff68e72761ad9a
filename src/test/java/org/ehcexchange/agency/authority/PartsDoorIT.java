package org.ehcexchange.agency.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.ehcexchange.running.Folders;
import org.ehcexchange.running.Neighbour;
import org.ehcexchange.running.Ports;
import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.sealing.Announcement;
import org.ehcexchange.sealing.Hash;
import org.ehcexchange.sealing.Keys;
import org.ehcexchange.sealing.Part;
import org.ehcexchange.sealing.Proof;
import org.ehcexchange.testing.Heap;
import org.ehcexchange.testing.LargePdf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// Another exchange pushes documents over real sockets.
class PartsDoorIT {

    private static final String PARTS = "/exchange/v1/parts";
    private static final String PDF = "application/pdf";

    @TempDir static Path folder;
    private static RunningExchange exchange;
    private static Neighbour neighbour;

    @BeforeAll
    static void start() throws IOException {
        Path directory = folder.resolve("directory");
        Folders.council(directory);
        int port = Ports.free();
        neighbour = new Neighbour("http://localhost:" + port);
        neighbour.pinIn(directory, "https://exchange.southmere.example");
        exchange =
                RunningExchange.start(
                        folder.resolve("data"), directory, Map.of("server.port", port));
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    @Test
    void takesADocumentInPieces() {
        byte[] report = report(30_000, 1);
        HttpResponse<String> announced = neighbour.announce(part(report));
        assertThat(announced.statusCode()).as(announced.body()).isEqualTo(200);
        assertThat(json(announced).at("/parts/0/offset").asLong()).isZero();

        assertThat(push(report, 0, 10_000).statusCode()).isEqualTo(204);
        assertThat(offset(neighbour.head(hash(report)))).isEqualTo("10000 of 30000");
        assertThat(offset(push(report, 10_000, 30_000))).isEqualTo("30000 of 30000");
        assertThat(json(neighbour.announce(part(report))).at("/parts/0/whole").asBoolean())
                .isTrue();
    }

    @Test
    void goesOnAfterTheLineWasCut() throws Exception {
        byte[] report = report(30_000, 2);
        neighbour.announce(part(report));
        cutAfter(report, 20_000);

        org.awaitility.Awaitility.await()
                .until(() -> offset(neighbour.head(hash(report))).equals("20000 of 30000"));
        assertThat(push(report, 20_000, 30_000).statusCode()).isEqualTo(204);
    }

    /// Says that all of it comes, sends a part and is gone.
    private static void cutAfter(byte[] report, int sent) throws IOException {
        String path = PARTS + "/" + hash(report);
        String proof = neighbour.proof(Proof.of("PATCH", path, Neighbour.now())).text();
        URI there = neighbour.request("/").build().uri();
        try (Socket socket = new Socket(there.getHost(), there.getPort())) {
            String head =
                    "PATCH %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Seal %s\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: %d\r\n\r\n"
                            .formatted(path, proof, report.length);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(report, 0, sent);
            socket.getOutputStream().flush();
        }
    }

    @Test
    void saysWhereToGoOn() {
        byte[] report = report(10_000, 3);
        neighbour.announce(part(report));
        push(report, 0, 4_000);

        HttpResponse<String> wrong = push(report, 0, 10_000);

        assertProblem(wrong, 409, "wrong-offset");
        assertThat(offset(wrong)).isEqualTo("4000 of 10000");
        assertProblem(push(report, 9_000, 10_000), 409, "wrong-offset");
    }

    @Test
    void refusesWhatIsNotAnnouncedTooLongOrNotWhatItSaid() {
        byte[] report = report(10_000, 4);
        assertProblem(push(report, 0, 10_000), 404, "not-found");
        assertThat(neighbour.head(hash(report)).statusCode()).isEqualTo(404);

        neighbour.announce(new Part(name(), 9_000, hash(report), PDF));
        assertProblem(push(report, 0, 10_000), 413, "too-large");

        byte[] other = report(9_000, 5);
        assertProblem(
                neighbour.patch(hash(report), 0, BodyPublishers.ofByteArray(other)),
                422,
                "mismatch");
        assertThat(offset(neighbour.head(hash(report)))).isEqualTo("0 of 9000");
    }

    @Test
    void refusesAnAnnouncementOfSomethingElse() {
        assertProblem(
                neighbour.announce(new Part(name(), 10, "a".repeat(64), "text/html")),
                413,
                "too-large");
        assertProblem(
                neighbour.announce(new Part("plan.sections.A", 10, "a".repeat(64), null)),
                422,
                "payload");
        assertProblem(
                neighbour.post(PARTS, "application/jose", BodyPublishers.ofString("hello")),
                400,
                "malformed");
        assertProblem(
                neighbour.post(
                        PARTS, "application/jose", BodyPublishers.ofByteArray(new byte[5 << 20])),
                413,
                "too-large");
        assertThat(
                        neighbour
                                .post(PARTS, "application/json", BodyPublishers.ofString("{}"))
                                .statusCode())
                .isEqualTo(415);
    }

    @Test
    void asksForAProofOfEachRequest() {
        String path = PARTS + "/" + "a".repeat(64);
        var bare = neighbour.request(path).method("PATCH", BodyPublishers.ofString("x"));
        bare.header("Upload-Offset", "0").header("Content-Type", "application/offset+octet-stream");
        assertProblem(neighbour.send(bare), 401, "unauthorised");
        assertThat(head(path, Proof.of("PATCH", path, Neighbour.now()))).isEqualTo(401);
        assertThat(head(path, Proof.of("HEAD", PARTS + "/b", Neighbour.now()))).isEqualTo(401);
        assertThat(head(path, Proof.of("HEAD", path, Neighbour.now().minus(Duration.ofHours(1)))))
                .isEqualTo(401);
        assertThat(head(path, new Proof("HEAD", path, Neighbour.now().plus(Duration.ofDays(9)))))
                .isEqualTo(401);
        assertThat(head(path, Proof.of("HEAD", path, Neighbour.now()))).isEqualTo(404);
    }

    private static int head(String path, Proof proof) {
        var request = neighbour.request(path).method("HEAD", BodyPublishers.noBody());
        request.header("Authorization", "Seal " + neighbour.proof(proof).text());
        return neighbour.send(request).statusCode();
    }

    @Test
    void knowsOnlyTheKeysThatArePinned() {
        var forged =
                Announcement.sign(
                        Keys.generate(),
                        Neighbour.CODE,
                        Neighbour.HOME,
                        List.of(part(report(10, 6))),
                        Neighbour.now());
        assertProblem(neighbour.post(PARTS, forged), 401, "unknown-key");
        var early =
                Announcement.sign(
                        neighbour.key(),
                        Neighbour.CODE,
                        Neighbour.HOME,
                        List.of(part(report(10, 6))),
                        Neighbour.now().plus(Duration.ofHours(1)));
        assertProblem(neighbour.post(PARTS, early), 401, "clock");
        var elsewhere =
                Announcement.sign(
                        neighbour.key(),
                        Neighbour.CODE,
                        new org.ehcexchange.canonical.OrganisationCode("LA:997"),
                        List.of(part(report(10, 6))),
                        Neighbour.now());
        assertProblem(neighbour.post(PARTS, elsewhere), 401, "audience");
    }

    @Test
    void takesEightyMegabytesWithoutHoldingThem() {
        long size = 80L << 20;
        String hash = LargePdf.sha256(size);
        Heap heap = new Heap();
        neighbour.announce(new Part(name(), size, hash, PDF));

        HttpResponse<String> pushed =
                neighbour.patch(
                        hash,
                        0,
                        BodyPublishers.fromPublisher(
                                BodyPublishers.ofInputStream(() -> new LargePdf(size, heap)),
                                size));

        assertThat(pushed.statusCode()).as(pushed.body()).isEqualTo(204);
        assertThat(
                        json(neighbour.announce(new Part(name(), size, hash, PDF)))
                                .at("/parts/0/whole")
                                .asBoolean())
                .isTrue();
        assertThat(heap.growth()).isLessThan(64L << 20);
    }

    private static HttpResponse<String> push(byte[] report, int from, int to) {
        return neighbour.patch(
                hash(report), from, BodyPublishers.ofByteArray(report, from, to - from));
    }

    private static String offset(HttpResponse<String> answer) {
        return answer.headers().firstValue("Upload-Offset").orElse("?")
                + " of "
                + answer.headers().firstValue("Upload-Length").orElse("?");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String word) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(json(answer).path("type").asText())
                .isEqualTo("urn:ehc-exchange:problem:" + word);
        assertThat(json(answer).path("violations")).isNotEmpty();
        for (JsonNode violation : json(answer).path("violations")) {
            assertThat(violation.path("problem").asText()).isNotBlank();
            assertThat(violation.path("remedy").asText()).isNotBlank();
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new JsonMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(answer.body(), e);
        }
    }

    private static Part part(byte[] report) {
        return new Part(name(), report.length, hash(report), PDF);
    }

    private static String name() {
        return Part.DOCUMENT + UUID.randomUUID();
    }

    private static String hash(byte[] bytes) {
        return Hash.of(bytes);
    }

    private static byte[] report(int size, int seed) {
        byte[] report = new byte[size];
        new Random(seed).nextBytes(report);
        byte[] start = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, report, 0, start.length);
        return report;
    }
}
