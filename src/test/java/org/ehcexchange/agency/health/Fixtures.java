package org.ehcexchange.agency.health;

import com.github.f4b6a3.uuid.UuidCreator;

import org.ehcexchange.canonical.AdviceAcknowledged;
import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.CommissionerNotResponsible;
import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the tests of the health channel share.
final class Fixtures {

    static final HealthSettings SETTINGS =
            new HealthSettings(DataSize.ofMegabytes(10), 32, null, 50);
    private static final FhirText FHIR = new FhirText(FhirConfiguration.newContext(), SETTINGS);

    private Fixtures() {}

    static FhirText fhir() {
        return FHIR;
    }

    static FhirBaseUrl base() {
        return new FhirBaseUrl(SETTINGS, new MockEnvironment());
    }

    static Receipt receipt() {
        return new Receipt(
                new MessageId(UUID.fromString("2b7d3c1e-94a8-4a57-8d55-6c1f0a7be001")),
                new ConversationId(UUID.fromString("5d1c6f0e-7a52-4c0b-9f0a-3f6f2f9d1c11")),
                Instant.parse("2026-09-01T08:00:00Z"),
                "a".repeat(64),
                "held",
                "held for a person",
                List.of(
                        new Receipt.Due(
                                "return",
                                "SEND Regulations 2014, reg. 8(1)",
                                LocalDate.of(2026, 10, 13),
                                "received on 2026-09-01")),
                List.of());
    }

    static boolean statesAGround(@Nullable Ground ground) {
        return ground != null
                && (ground.purpose() != null
                        || ground.provision() != null
                        || ground.consent() != null);
    }

    static Map<String, Object> contextTo(EhcMessage message) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("base", "https://ehc.example/fhir");
        context.put("revision", 2);
        context.put("state", state(message));
        context.put("requestSentAt", "2026-01-01T09:00:00Z");
        context.put("sender", Map.of("ods", "ZL998", "name", "Northshire County Council"));
        context.put(
                "recipient",
                Map.of(
                        "ods", "RN1",
                        "name", "Northshire Children's NHS Trust",
                        "endpoint", "https://trust.example/fhir/$process-message"));
        context.put("receivedOn", "2025-12-01");
        context.put("dueOn", "2026-01-12");
        if (message instanceof AdviceAcknowledged acknowledged) {
            context.put("dueOn", acknowledged.receivedOn().plusWeeks(6).toString());
        }
        context.put("hashes", Map.of());
        context.put("organisations", byCode(message));
        context.put(
                "request",
                Map.of(
                        "caseReference",
                        "NS-2026-0042",
                        "adviceType",
                        "medical",
                        "assessmentRequestedOn",
                        "2025-11-20",
                        "questions",
                        List.of("needs", "provision")));
        return context;
    }

    static Map<String, Object> contextFrom(EhcMessage message) {
        Map<String, Object> documents = new LinkedHashMap<>();
        for (DocumentReference document : message.envelope().documents()) {
            var urn =
                    UuidCreator.getNameBasedSha1(
                            message.envelope().messageId().value(), "document " + document.id());
            documents.put("urn:uuid:" + urn, tree(document));
        }
        return Map.of(
                "conversationId", message.envelope().conversationId().toString(),
                "from", message.envelope().from().value(),
                "to", message.envelope().to().value(),
                "organisations", byFullUrl(message),
                "documents", documents);
    }

    private static String state(EhcMessage message) {
        return switch (message) {
            case AdviceRequest request -> "requested";
            case CommissionerNotification told -> "notified";
            default -> "acknowledged";
        };
    }

    /// Organisations that a message speaks of beside its sender and recipient, by the name that the
    /// mapping gives their entry.
    private static Map<String, OrganisationCode> spokenOf(EhcMessage message) {
        return switch (message) {
            case CommissionerNotification told ->
                    Map.of(
                            "old-authority",
                            told.authorities().old(),
                            "new-authority",
                            told.authorities().successor());
            case CommissionerNotResponsible not when not.responsible() != null ->
                    Map.of("responsible", not.responsible());
            default -> Map.of();
        };
    }

    private static Map<String, Object> byCode(EhcMessage message) {
        Map<String, Object> named = new LinkedHashMap<>();
        spokenOf(message)
                .values()
                .forEach(
                        code ->
                                named.put(
                                        code.value(),
                                        Map.of("ods", code.id(), "name", "Body " + code)));
        return named;
    }

    private static Map<String, Object> byFullUrl(EhcMessage message) {
        Map<String, Object> known = new LinkedHashMap<>();
        spokenOf(message).forEach((entry, code) -> known.put(urn(message, entry), code.value()));
        return known;
    }

    private static String urn(EhcMessage message, String entry) {
        return "urn:uuid:"
                + UuidCreator.getNameBasedSha1(message.envelope().messageId().value(), entry);
    }

    private static Map<String, Object> tree(DocumentReference document) {
        return Map.of(
                "id", document.id().toString(),
                "mediaType", document.mediaType(),
                "size", document.size(),
                "sha256", document.sha256());
    }
}
