package org.ehcexchange.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.simulator.HttpService.Request;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

/// What each pretend partner sends, told by the case reference.
class PartnersTests {

    private static final String CONVERSATION = "5d0f3a4e-0d0c-4a51-9a39-3f2a8a1f6b01";

    @TempDir Path folder;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2027-01-12T12:00:00Z"));
    private final InstantSource clock = now::get;
    private final Narrator narrator = new Narrator(clock);
    private StubExchange exchange;
    private Errands errands;
    private SimulatorSettings settings;
    private ExchangeAddress address;

    @BeforeEach
    void open() throws IOException {
        exchange = new StubExchange();
        settings =
                new SimulatorSettings(
                        0,
                        0,
                        0,
                        0,
                        folder,
                        null,
                        null,
                        Duration.ofMillis(5),
                        exchange.url(),
                        false);
        address = new ExchangeAddress(settings);
        errands = new Errands(settings);
    }

    @AfterEach
    void close() {
        errands.destroy();
        exchange.close();
    }

    @Test
    void theTrustAcknowledgesAndThenAdvisesWithItsReport() {
        trust().receive(fhir("EHC-2027-0001"));

        List<String> sent = sent(2);
        assertThat(sent.getFirst()).contains("ehc-advice-interim", "acknowledged", "due-date");
        assertThat(sent.getLast()).contains("ehc-advice-final", "advice-provided", "JVBERi0x");
    }

    @Test
    void theTrustSendsFhirThatAStrictParserReads() {
        trust().receive(fhir("EHC-2027-0001"));

        IParser strict = FhirContext.forR4Cached().newJsonParser();
        strict.setParserErrorHandler(new StrictErrorHandler());
        assertThat(sent(2))
                .allSatisfy(
                        text ->
                                assertThatCode(() -> strict.parseResource(Bundle.class, text))
                                        .doesNotThrowAnyException());
    }

    @Test
    void theTrustsTaskRisesWithEachAnswer() {
        trust().receive(fhir("EHC-2027-0001"));

        assertThat(sent(2).stream().map(PartnersTests::taskVersion)).containsExactly(2, 3);
    }

    @Test
    void aLateTrustReliesOnAnExceptionOnlyOnceTheDayHasPassed() {
        trust().receive(fhir("EHC-2027-0001-PLPP"));
        assertThat(sent(1)).last().asString().contains("acknowledged");

        now.set(Instant.parse("2027-02-24T12:00:00Z")); // Due on the 23rd.

        List<String> sent = sent(3);
        assertThat(sent.get(1)).contains("late-exception", "missed-appointment", "expected-by");
        assertThat(sent.get(2)).contains("advice-provided");
    }

    @Test
    void theTrustTakesAMessageOnce() {
        Trust trust = trust();
        trust.receive(fhir("EHC-2027-0001-PSPP"));

        assertThat(trust.receive(fhir("EHC-2027-0001-PSPP")).status()).isEqualTo(409);
    }

    @Test
    void theTrustAnswersInXmlWhatCameInXml() {
        String xml = Wire.XML.write(Wire.tree(fhirText("EHC-2027-0001-PDPP")));
        trust().receive(request("application/fhir+xml", xml));

        assertThat(sent(1)).first().asString().startsWith("<Bundle").contains("rejected");
    }

    @Test
    void theSchoolLeavesXmlThatKeepsToTheSchema() throws IOException {
        School school = new School(settings, errands, narrator);
        for (String ending : List.of("PPPP", "NPPP", "DPPP", "LPPP")) {
            drop(ending, school.server().folders().inbox());
        }
        await().untilAsserted(() -> assertThat(outbox(".xml")).hasSize(4));
        now.set(Instant.parse("2027-02-24T12:00:00Z"));
        await().untilAsserted(() -> assertThat(outbox(".xml")).hasSize(6));

        assertThat(outbox(".xml")).allSatisfy(PartnersTests::keepsToTheSchema);
        assertThat(outbox(".pdf")).hasSize(2);
    }

    @Test
    void socialCareNamesWhatItSearchedWhenNothingIsKnown() {
        socialCare().receive(request("application/json", social("EHC-2027-0001-PPNP")));

        JsonNode sent = Wire.tree(sent(1).getFirst());
        assertThat(sent.at("/advice/advi_outcome").asText()).isEqualTo("NOTHING_KNOWN");
        assertThat(sent.at("/advice/advi_searches")).hasSize(2);
        assertThat(sent.path("mess_conversation_id").asText()).isEqualTo(CONVERSATION);
    }

    @Test
    void psychologyCollectsFromItsInboxSaysSoAndAnswers() {
        psychology();
        exchange.offer(inbox("EHC-2027-0001"));

        assertThat(Wire.tree(sent(1).getFirst()).path("outcome").asText()).isEqualTo("provided");
        assertThat(exchange.calls().stream().map(StubExchange.Call::path))
                .contains("/api/v1/inbox/7/received");
    }

    @Test
    void partnersCallWithATokenOfTheirOwn() {
        socialCare().receive(request("application/json", social("EHC-2027-0001")));

        sent(1);
        assertThat(exchange.calls().getLast().authorization()).isEqualTo("Bearer a-token");
    }

    private Trust trust() {
        return new Trust(new TrustDesk(errands, narrator, address), narrator);
    }

    private SocialCare socialCare() {
        return new SocialCare(errands, narrator, address);
    }

    private void psychology() {
        assertThat(new Psychology(errands, narrator, address)).isNotNull();
    }

    private static void drop(String ending, Path inbox) throws IOException {
        Path unfinished = inbox.resolve(ending + ".part");
        Files.writeString(unfinished, text("advice-request.xml", "EHC-2027-0001-" + ending));
        Files.move(unfinished, inbox.resolve(ending + ".xml"));
    }

    private List<String> outbox(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("school/outbox"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(PartnersTests::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void keepsToTheSchema(String xml) {
        assertThatCode(
                        () ->
                                schema().newValidator()
                                        .validate(new StreamSource(new StringReader(xml))))
                .doesNotThrowAnyException();
    }

    private static Schema schema() throws org.xml.sax.SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("mappings/education/ehc-advice.xsd").toFile());
    }

    private List<String> sent(int count) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(exchange.messages()).hasSizeGreaterThanOrEqualTo(count));
        return exchange.messages();
    }

    private static int taskVersion(String bundle) {
        return new TrustMessage(Wire.tree(bundle), Wire.JSON, CONVERSATION).version();
    }

    private static Request fhir(String reference) {
        return request("application/fhir+json", fhirText(reference));
    }

    private static String fhirText(String reference) {
        return text("advice-request.fhir.json", reference);
    }

    private static String social(String reference) {
        return text("advice-request.ssd.json", reference);
    }

    private static String inbox(String reference) {
        return "{\"items\":[{\"id\":\"7\",\"dueOn\":\"2027-02-23\",\"message\":"
                + text("advice-request.canonical.json", reference)
                + "}]}";
    }

    private static Request request(String contentType, String body) {
        return new Request(
                "POST",
                "/",
                Map.of(
                        "content-type", contentType,
                        "x-request-id", "0c9a1f8e-6f0f-4b5e-8a53-2f0d9a6f7c11",
                        "x-correlation-id", CONVERSATION),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String name, String reference) {
        try {
            return Files.readString(Path.of("src/test/resources/simulator").resolve(name))
                    .replace("CASE-REFERENCE", reference);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
