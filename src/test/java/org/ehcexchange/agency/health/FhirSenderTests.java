package org.ehcexchange.agency.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.delivery.Consignment;
import org.ehcexchange.delivery.PartnerHttp;
import org.ehcexchange.delivery.Sending;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.disclosure.Circumstances;
import org.ehcexchange.disclosure.Cleared;
import org.ehcexchange.disclosure.Gate;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What goes over the wire to a partner that speaks FHIR, and what its answer means.
class FhirSenderTests {

    private final Partner partner = new Partner();
    private final FhirSender sender = sender(partner);

    private static FhirSender sender(PartnerHttp http) {
        MemoryDocuments documents = new MemoryDocuments();
        FhirWriter writer =
                new FhirWriter(
                        ReaderFixture.mappings(),
                        Fixtures.fhir(),
                        new FhirBaseUrl(Fixtures.SETTINGS, new MockEnvironment()),
                        new DocumentHashes(documents),
                        new FhirBodies(new SmallDirectory()));
        return new FhirSender(writer, Fixtures.fhir(), http);
    }

    private static Consignment consignment(Organisation recipient) {
        AdviceRequest request = Asked.of(recipient.code().value()).request();
        Cleared cleared =
                (Cleared)
                        new Gate(List.of())
                                .decide(
                                        request,
                                        SmallDirectory.COUNCIL,
                                        recipient,
                                        Circumstances.on(LocalDate.of(2026, 9, 1)));
        return new Consignment(
                request.envelope().messageId().value(),
                cleared,
                SmallDirectory.COUNCIL,
                Instant.parse("2026-09-01T08:00:00Z"),
                1,
                "requested",
                request,
                Instant.parse("2026-09-01T08:00:00Z"),
                null,
                LocalDate.of(2026, 10, 13),
                1);
    }

    @Test
    void sendsTheSameIdsAndBytesOnEveryAttempt() {
        Consignment consignment = consignment(SmallDirectory.TRUST);

        sender.send(consignment);
        sender.send(consignment);

        assertThat(partner.bodies).hasSize(2);
        assertThat(partner.bodies.getFirst()).isEqualTo(partner.bodies.getLast());
        assertThat(partner.headers)
                .containsEntry("X-Request-Id", consignment.messageId().toString())
                .containsEntry(
                        "X-Correlation-Id",
                        consignment.cleared().message().envelope().conversationId().toString());
    }

    @Test
    void writesTheFormatOfTheChannel() {
        sender.send(consignment(SmallDirectory.TRUST));
        sender.send(consignment(SmallDirectory.COMMISSIONER));

        assertThat(partner.types)
                .containsExactly(
                        "application/fhir+json; charset=UTF-8",
                        "application/fhir+xml; charset=UTF-8");
        assertThat(partner.text(0)).startsWith("{");
        assertThat(partner.text(1)).startsWith("<Bundle");
    }

    @Test
    void countsADuplicateAsSent() {
        partner.answers(
                409,
                "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":"
                        + "\"error\",\"code\":\"duplicate\"}]}");

        assertThat(sender.send(consignment(SmallDirectory.TRUST))).isInstanceOf(Sending.Sent.class);
    }

    @Test
    void countsADuplicateInXmlAsSent() {
        partner.answers(
                409,
                "<OperationOutcome xmlns=\"http://hl7.org/fhir\"><issue><severity value=\"error\"/>"
                        + "<code value=\"duplicate\"/></issue></OperationOutcome>");

        assertThat(sender.send(consignment(SmallDirectory.COMMISSIONER)))
                .isInstanceOf(Sending.Sent.class);
    }

    @Test
    void takesAnyOtherConflictForAFailure() {
        partner.answers(
                409,
                "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":"
                        + "\"error\",\"code\":\"conflict\"}]}");
        assertThat(sender.send(consignment(SmallDirectory.TRUST)))
                .isInstanceOf(Sending.Failed.class);

        partner.answers(409, "go away");
        assertThat(sender.send(consignment(SmallDirectory.TRUST)))
                .isInstanceOf(Sending.Failed.class);
    }

    @Test
    void failsPlainlyWithoutAnOdsCode() {
        Organisation nameless =
                new Organisation(
                        new OrganisationCode("SVC:northshire-clinic"),
                        "Clinic",
                        SmallDirectory.TRUST.roles(),
                        null,
                        null,
                        null,
                        List.of(),
                        SmallDirectory.TRUST.channel(),
                        null);

        assertThat(sender.send(consignment(nameless)))
                .isInstanceOfSatisfying(
                        Sending.Failed.class,
                        failed ->
                                assertThat(failed.reason())
                                        .contains("SVC:northshire-clinic")
                                        .contains("ODS code"));
    }

    /// A partner's door that answers as it is told.
    private static final class Partner implements PartnerHttp {
        private final List<byte[]> bodies = new ArrayList<>();
        private final List<String> types = new ArrayList<>();
        private final Map<String, String> headers = new HashMap<>();
        private int status = 200;
        private String body = "";

        void answers(int with, String text) {
            status = with;
            body = text;
        }

        String text(int index) {
            return new String(bodies.get(index), StandardCharsets.UTF_8);
        }

        @Override
        public Answer post(
                URI endpoint,
                Channel.Login login,
                String contentType,
                byte[] sent,
                Map<String, String> with) {
            bodies.add(sent);
            types.add(contentType);
            headers.putAll(with);
            Sending sending =
                    status == 200
                            ? new Sending.Sent("HTTP 200", sent)
                            : new Sending.Failed("HTTP " + status);
            return new Answer(sending, status, body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
