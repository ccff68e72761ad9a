package org.ehcexchange.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.api.ApiHouse.DOCUMENTS;
import static org.ehcexchange.api.ApiHouse.HOME;
import static org.ehcexchange.api.ApiHouse.MESSAGES;
import static org.ehcexchange.api.ApiHouse.OUTSIDER;
import static org.ehcexchange.api.ApiHouse.TRUST;
import static org.ehcexchange.api.ApiHouse.assertProblem;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Calls.Answer;
import org.ehcexchange.testing.Heap;
import org.ehcexchange.testing.LargePdf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Documents in and out, over HTTP, on a whole exchange.
class DocumentDoorIT {

    private static final byte[] REPORT = "%PDF-1.7\nA report.\n%%EOF\n".getBytes(UTF_8);

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
    void storesADocumentAndGivesItToThoseItWasSentTo() throws IOException {
        Answer stored = calls.post(TRUST, DOCUMENTS, multipartType(), multipart(REPORT, ""));
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);
        String path = DOCUMENTS + "/" + stored.json().path("id").asText();

        assertThat(calls.get(TRUST, path).text()).isEqualTo(new String(REPORT, UTF_8));
        assertProblem(calls.get(HOME, path), 404, "not-found");

        AdviceExample request = house.sent();
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
                        + house.bearer()
                        + "\r\n%PDF-1.7 only the beginning";

        String answer = house.raw(head);

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
        var heap = new Heap();

        Answer stored =
                calls.post(
                        HOME,
                        DOCUMENTS,
                        "application/pdf",
                        BodyPublishers.ofInputStream(() -> new LargePdf(size, heap)));
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
                house.raw(
                        "POST /api/v1/documents HTTP/1.1\r\nHost: x\r\n"
                                + "Content-Type: application/pdf\r\nContent-Length: 200000000\r\n"
                                + house.bearer()
                                + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("too-large");
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
}
