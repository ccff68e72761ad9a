package org.ehcexchange.agency.health;

import com.github.f4b6a3.uuid.UuidCreator;

import org.ehcexchange.canonical.AdviceAcknowledged;
import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the tests of the health channel share.
final class Fixtures {

    static final HealthSettings SETTINGS =
            new HealthSettings(DataSize.ofMegabytes(10), 32, null, 50);
    private static final FhirText FHIR = new FhirText(FhirConfiguration.newContext(), SETTINGS);

    private Fixtures() {}

    static FhirText fhir() {
        return FHIR;
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
        context.put("state", message instanceof AdviceRequest ? "requested" : "acknowledged");
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
                "documents", documents);
    }

    private static Map<String, Object> tree(DocumentReference document) {
        return Map.of(
                "id", document.id().toString(),
                "mediaType", document.mediaType(),
                "size", document.size(),
                "sha256", document.sha256());
    }
}
