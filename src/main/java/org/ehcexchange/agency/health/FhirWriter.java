package org.ehcexchange.agency.health;

import ca.uhn.fhir.parser.DataFormatException;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.delivery.Consignment;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.mapping.Mappings;
import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Mappings.Mapped;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes a consignment as a FHIR message; the same consignment is always the same message.
@Component
final class FhirWriter {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Mappings mappings;
    private final FhirText fhir;
    private final FhirBaseUrl base;
    private final DocumentHashes hashes;
    private final FhirBodies bodies;

    FhirWriter(
            Mappings mappings,
            FhirText fhir,
            FhirBaseUrl base,
            DocumentHashes hashes,
            FhirBodies bodies) {
        this.mappings = mappings;
        this.fhir = fhir;
        this.base = base;
        this.hashes = hashes;
        this.bodies = bodies;
    }

    sealed interface Written {
        record Message(Bundle bundle) implements Written {}

        /// @param reason for the person who must act; no personal data
        record Impossible(String reason) implements Written {}
    }

    Written write(Consignment consignment) {
        Organisation sender = consignment.sender();
        Organisation recipient = consignment.recipient();
        if (sender.odsCode() == null || recipient.odsCode() == null) {
            return new Written.Impossible(
                    "FHIR names both bodies by ODS code; give the directory files of %s and %s one"
                            .formatted(sender.code(), recipient.code()));
        }
        EhcMessage message = consignment.cleared().message();
        Optional<OrganisationCode> nameless = bodies.nameless(message);
        if (nameless.isPresent()) {
            return new Written.Impossible(
                    "FHIR names every body by ODS code; give the directory file of %s one"
                            .formatted(nameless.get()));
        }
        return message.type().concernsAdvice() && request(consignment).isEmpty()
                ? new Written.Impossible(
                        "its conversation has no advice request, which every FHIR message of it"
                                + " repeats")
                : map(consignment, message);
    }

    private static Optional<AdviceRequest> request(Consignment consignment) {
        return consignment.cleared().message() instanceof AdviceRequest request
                ? Optional.of(request)
                : Optional.ofNullable(consignment.request());
    }

    private Written map(Consignment consignment, EhcMessage message) {
        Mapped mapped =
                mappings.map(
                        "health",
                        message.type().code(),
                        Direction.TO,
                        CanonicalWriter.write(message),
                        context(consignment, message));
        return switch (mapped) {
            case Mapped.Tree(Map<String, Object> tree) -> strict(tree);
            case Mapped.Refused(List<Violation> violations) ->
                    new Written.Impossible(
                            violations.stream()
                                    .map(each -> each.pointer() + ": " + each.problem())
                                    .collect(Collectors.joining(" ")));
        };
    }

    private Written strict(Map<String, Object> tree) {
        try {
            return new Written.Message(fhir.bundle(tree));
        } catch (DataFormatException e) {
            // The parser's words may repeat a value of the message.
            return new Written.Impossible(
                    "the mapping made something that is not FHIR R4; run MappingExamplesTests");
        }
    }

    private Map<String, Object> context(Consignment consignment, EhcMessage message) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("base", base.value());
        context.put("revision", consignment.revision());
        context.put("state", consignment.state());
        context.put("sender", body(consignment.sender()));
        context.put("recipient", body(consignment.recipient()));
        request(consignment).ifPresent(request -> context.put("request", asked(request)));
        context.put("organisations", bodies.named(message));
        context.put("hashes", hashes.of(message.envelope().documents()));
        Instant sent = consignment.requestSentAt();
        context.put("requestSentAt", time(sent == null ? consignment.acceptedAt() : sent));
        putDay(context, "receivedOn", consignment.receivedOn());
        putDay(context, "dueOn", consignment.dueOn());
        return context;
    }

    private static void putDay(Map<String, Object> context, String name, @Nullable LocalDate day) {
        if (day != null) {
            context.put(name, day.toString());
        }
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(LONDON).toOffsetDateTime());
    }

    private Map<String, Object> body(Organisation organisation) {
        return Map.of(
                "ods", String.valueOf(organisation.odsCode()),
                "name", organisation.name(),
                "endpoint",
                        organisation.channel() instanceof Channel.Fhir channel
                                ? channel.endpoint().toString()
                                : base.value() + "/$process-message");
    }

    /// What later messages repeat of the request: never the family's views.
    private static Map<String, Object> asked(AdviceRequest request) {
        Map<String, Object> written = CanonicalWriter.write(request);
        Map<String, Object> asked = new LinkedHashMap<>();
        for (String field : List.of("caseReference", "adviceType", "questions")) {
            asked.put(field, written.get(field));
        }
        return asked;
    }
}
