package org.ehcexchange.agency.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.canonical.AdviceAcknowledged;
import org.ehcexchange.canonical.AdviceReturn;
import org.ehcexchange.canonical.Answer;
import org.ehcexchange.canonical.Confidentiality;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Arrival.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// What the door makes of FHIR messages: the examples, and the examples with one thing wrong.
class HealthReaderTests {

    private static final String PROVIDED = "advice-return.from.provided-with-report";
    private static final Set<String> PERSONAL =
            Set.of("Robin", "Kit", "9990000018", "2017-04-02", "ZZ99 3WZ", "Sample Street");

    private final ReaderFixture fixture = new ReaderFixture();

    private static Arrival.Read valid(Arrival.Result result) {
        assertThat(result).isInstanceOf(Arrival.Read.class);
        return (Arrival.Read) result;
    }

    private static Arrival.Unread unread(Arrival.Result result) {
        assertThat(result).isInstanceOf(Arrival.Unread.class);
        return (Arrival.Unread) result;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "advice-acknowledged.from.received",
                "advice-acknowledged.from.allocated",
                PROVIDED,
                "advice-return.from.nothing-known",
                "advice-return.from.declined",
                "advice-return.from.late-with-evidence",
                "advice-return.from.late-in-short"
            })
    void readsEveryAnswerAsJsonAndAsXml(String example) {
        Arrival.Read json = valid(fixture.read(ReaderFixture.example(example)));
        Arrival.Read xml = valid(fixture.readAsXml(ReaderFixture.example(example)));

        assertThat(json.message()).isEqualTo(xml.message());
        assertThat(json.revision()).isEqualTo(xml.revision()).isGreaterThan(1);
    }

    @Test
    void bringsTheReportAndItsLabel() {
        AdviceReturn advice =
                (AdviceReturn) valid(fixture.read(ReaderFixture.example(PROVIDED))).message();

        assertThat(advice.envelope().documents())
                .singleElement()
                .satisfies(
                        report -> {
                            assertThat(report.title()).isEqualTo("Paediatric report");
                            assertThat(report.confidentiality())
                                    .isEqualTo(Confidentiality.RESTRICTED);
                            assertThat(fixture.documents.find(report.id())).isPresent();
                        });
        assertThat(((Answer.Provided) advice.answer()).provision())
                .containsExactly("Rescue medication training for staff; Frequency: Annual");
    }

    @Test
    void storesTheSameReportOnce() {
        AdviceReturn first =
                (AdviceReturn) valid(fixture.read(ReaderFixture.example(PROVIDED))).message();
        AdviceReturn again =
                (AdviceReturn) valid(fixture.read(ReaderFixture.example(PROVIDED))).message();

        assertThat(first).isEqualTo(again);
    }

    @Test
    void takesAReportThatWasUploadedBefore() {
        byte[] report = "%PDF-1.4\n% uploaded\n".getBytes(StandardCharsets.UTF_8);
        var stored = fixture.documents.add("ODS:RN1", report);
        ObjectNode message = uploaded(stored.reference().sha256(), report);

        AdviceReturn advice = (AdviceReturn) valid(fixture.read(message)).message();

        assertThat(advice.envelope().documents())
                .singleElement()
                .satisfies(document -> assertThat(document.id()).isEqualTo(stored.id()));
    }

    @Test
    void refusesAReportThatSomebodyElseUploaded() {
        byte[] report = "%PDF-1.4\n% somebody else's\n".getBytes(StandardCharsets.UTF_8);
        var stored = fixture.documents.add("ODS:QN1", report);

        Arrival.Unread refused =
                unread(fixture.read(uploaded(stored.reference().sha256(), report)));

        assertThat(refused.violations())
                .extracting(Violation::problem)
                .containsExactly("This exchange holds no such document of yours.");
    }

    private static ObjectNode uploaded(String sha256, byte[] report) {
        ObjectNode message = ReaderFixture.example(PROVIDED);
        String attachment = "/entry/3/resource/content/0/attachment";
        ReaderFixture.edited(
                message, attachment + "/url", "\"https://ehc.example/fhir/Binary/" + sha256 + "\"");
        ReaderFixture.edited(message, attachment + "/size", String.valueOf(report.length));
        ReaderFixture.edited(message, attachment + "/hash", "\"" + Hashes.sha1(report) + "\"");
        return ReaderFixture.edited(message, "/entry/4", "");
    }

    @Test
    void leavesTheRequestsOwnDocumentsToTheRequest() {
        ObjectNode message = ReaderFixture.example("advice-acknowledged.from.received");
        ObjectNode document =
                (ObjectNode) ReaderFixture.example(PROVIDED).at("/entry/3").deepCopy();
        ReaderFixture.edited(
                document,
                "/resource/content/0/attachment/url",
                "\"https://ehc.example/fhir/Binary/" + "a".repeat(64) + "\"");
        ReaderFixture.edited(
                message,
                "/entry/2/resource/supportingInfo",
                "[{\"reference\": " + document.at("/fullUrl") + "}]");
        ReaderFixture.edited(message, "/entry/-", document.toString());

        AdviceAcknowledged read = (AdviceAcknowledged) valid(fixture.read(message)).message();

        assertThat(read.envelope().documents()).isEmpty();
    }

    /// @param formats `both`, or `json` where only JSON can say it
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/fhir/refusals.csv",
            useHeadersInDisplayName = true,
            delimiter = '|',
            quoteCharacter = '~')
    void refusesWithWords(
            String name,
            String formats,
            String example,
            String pointer,
            @org.jspecify.annotations.Nullable String value,
            Fault fault,
            String path,
            String problem) {
        ObjectNode message =
                ReaderFixture.edited(
                        ReaderFixture.example(example), pointer, value == null ? "" : value);

        Arrival.Unread refused = unread(fixture.read(message));

        tells(refused, fault, path, problem);
        if (formats.equals("both")) {
            tells(unread(fixture.readAsXml(message)), fault, path, problem);
        }
    }

    private static void tells(Arrival.Unread refused, Fault fault, String path, String problem) {
        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(refused.violations())
                .anySatisfy(
                        violation -> {
                            assertThat(violation.pointer()).isEqualTo(path);
                            assertThat(violation.problem()).isEqualTo(problem);
                        })
                .allSatisfy(violation -> assertThat(violation.remedy()).isNotBlank());
        assertThat(refused.violations().toString()).doesNotContain(PERSONAL);
    }

    @Test
    void tellsEverythingAtOnce() {
        ObjectNode message = ReaderFixture.example(PROVIDED);
        ReaderFixture.edited(message, "/type", "\"collection\"");
        ReaderFixture.edited(message, "/entry/1/resource/meta/versionId", "\"one\"");
        ReaderFixture.edited(message, "/entry/3/resource/content/0/attachment/size", "7");

        Arrival.Unread refused = unread(fixture.read(message));

        assertThat(refused.violations())
                .extracting(Violation::pointer)
                .containsExactly(
                        "Bundle.type",
                        "Bundle.entry[1].resource.meta.versionId",
                        "Bundle.entry[3].resource.content[0].attachment.size");
    }

    @Test
    void asksForBothIds() {
        String text = ReaderFixture.example(PROVIDED).toString();

        Arrival.Unread refused = unread(fixture.read(text, MediaTypes.JSON, "", ""));

        assertThat(refused.fault()).isEqualTo(Fault.MALFORMED);
        assertThat(refused.violations())
                .extracting(Violation::problem)
                .containsExactly(
                        "The header X-Request-Id is missing or not a UUID.",
                        "The header X-Correlation-Id is missing or not a UUID.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/fhir/malformed.csv",
            useHeadersInDisplayName = true,
            delimiter = '|',
            quoteCharacter = '~')
    void refusesWhatCannotBeRead(
            String name, String type, String body, String path, String problem) {
        String text =
                body.replace("\\n", "\n")
                        .replace("DEEP_JSON", "{\"a\":".repeat(50) + "1" + "}".repeat(50))
                        .replace("DEEP_XML", "<a>".repeat(50) + "</a>".repeat(50));

        Arrival.Unread refused =
                unread(
                        fixture.read(
                                text,
                                type,
                                "8c1b2a3d-0000-4000-8000-000000000004",
                                ReaderFixture.CONVERSATION));

        assertThat(refused.fault()).isIn(List.of(Fault.MALFORMED, Fault.INVALID));
        assertThat(refused.violations())
                .anySatisfy(
                        violation -> {
                            assertThat(violation.pointer()).isEqualTo(path);
                            assertThat(violation.problem()).isEqualTo(problem);
                        });
    }

    @Test
    void refusesATruncatedMessage() {
        String text = ReaderFixture.example(PROVIDED).toString();

        Arrival.Unread refused =
                unread(
                        fixture.read(
                                text.substring(0, text.length() / 2),
                                MediaTypes.JSON,
                                "8c1b2a3d-0000-4000-8000-000000000004",
                                ReaderFixture.CONVERSATION));

        assertThat(refused.fault()).isEqualTo(Fault.MALFORMED);
        assertThat(refused.violations())
                .singleElement()
                .satisfies(
                        violation ->
                                assertThat(violation.problem())
                                        .startsWith("The body is not one complete JSON object"));
    }
}
