package org.ehcexchange.agency.health;

import org.apache.camel.Body;
import org.apache.camel.Header;
import org.ehcexchange.agency.health.MessageKind.Told;
import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.directory.Channel.WireFormat;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Arrival.Fault;
import org.ehcexchange.mapping.Mappings;
import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Mappings.Mapped;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/// Reads a FHIR message from the health channel as a canonical one, or tells everything that is
/// wrong with it.
@Component("healthReader")
public final class HealthReader {

    static final String REQUEST_ID = "ExchangeRequestId";
    static final String CORRELATION_ID = "ExchangeCorrelationId";

    private final FhirText fhir;
    private final EdgeRules rules;
    private final FhirDocuments documents;
    private final Mappings mappings;

    HealthReader(FhirText fhir, EdgeRules rules, FhirDocuments documents, Mappings mappings) {
        this.fhir = fhir;
        this.rules = rules;
        this.documents = documents;
        this.mappings = mappings;
    }

    /// @param requestId X-Request-Id; absent when the caller sent none
    /// @param correlationId X-Correlation-Id; absent when the caller sent none
    public Arrival.Result read(
            @Body Arrival arrival,
            @Header(REQUEST_ID) @Nullable String requestId,
            @Header(CORRELATION_ID) @Nullable String correlationId) {
        Findings findings = new Findings();
        FhirVersions.tellDeclared(MediaTypes.fhirVersion(arrival.mediaType()), findings);
        if (!findings.none()) {
            return unread(arrival, findings);
        }
        WireFormat format = MediaTypes.format(arrival.mediaType());
        return switch (fhir.read(arrival.body(), format)) {
            case Parsed.Unreadable(Findings found) -> unread(arrival, found);
            case Parsed.Message message ->
                    read(
                            Received.of(
                                    arrival, orEmpty(requestId), orEmpty(correlationId), message),
                            findings);
        };
    }

    private Arrival.Result read(Received received, Findings findings) {
        rules.check(received, findings);
        if (!findings.none()) {
            return unread(received.arrival(), findings);
        }
        Map<String, Object> brought = documents.bring(received, findings);
        if (!findings.none()) {
            return unread(received.arrival(), findings);
        }
        return map(received, brought);
    }

    private Arrival.Result map(Received received, Map<String, Object> brought) {
        MessageKind kind = MessageKind.of(Told.of(received)).orElseThrow();
        Mapped mapped =
                mappings.map(
                        "health",
                        kind.type().code(),
                        Direction.FROM,
                        Trees.withoutBytes(received.tree()),
                        context(received, brought));
        return switch (mapped) {
            case Mapped.Tree(Map<String, Object> tree) -> canonical(received, tree);
            case Mapped.Refused(List<Violation> violations) ->
                    received.arrival().unread(Fault.INVALID, FhirPaths.ofBundle(violations));
        };
    }

    private Map<String, Object> context(Received received, Map<String, Object> brought) {
        PartyRules parties = rules.parties();
        return Map.of(
                "conversationId", received.correlationId(),
                "from", parties.sender(received).map(HealthReader::code).orElseThrow(),
                "to", parties.destination(received).map(HealthReader::code).orElseThrow(),
                "organisations", parties.known(received),
                "documents", brought);
    }

    private static String code(Organisation organisation) {
        return organisation.code().value();
    }

    private static Arrival.Result canonical(Received received, Map<String, Object> tree) {
        return switch (CanonicalReader.read(tree)) {
            case Reading.Valid(EhcMessage message) ->
                    received.arrival().read(message, version(received));
            case Reading.Invalid(List<Violation> violations) ->
                    received.arrival().unread(Fault.INVALID, FhirPaths.ofCanonical(violations));
        };
    }

    private static int version(Received received) {
        Task task = received.task().orElseThrow().resource();
        return Integer.parseInt(task.getMeta().getVersionId());
    }

    private static Arrival.Result unread(Arrival arrival, Findings findings) {
        return arrival.unread(findings.fault(), findings.violations());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
