package org.ehcexchange.agency.health;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.ledger.Arrival;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What a FHIR mapping must be told beside the message, made up where nobody sent the message.
///
/// Bodies are as the directory has them; one that it does not have keeps its code.
@Component
final class FhirFacts {

    /// SEND Regulations 2014, reg. 8(1): within 6 weeks of the date the request was received.
    private static final int WEEKS = 6;

    private static final OrganisationCode NOBODY = new OrganisationCode("ODS:X0000");
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 5);

    private final Directory directory;
    private final FhirBaseUrl base;
    private final InstantSource clock;

    FhirFacts(Directory directory, FhirBaseUrl base, InstantSource clock) {
        this.directory = directory;
        this.base = base;
        this.clock = clock;
    }

    /// As if it had just come, with the headers that agree with it.
    Received received(Parsed.Message message) {
        Arrival arrival =
                new Arrival(NOBODY, "fhir", MediaTypes.JSON, new byte[0], clock.instant());
        Received bare = Received.of(arrival, "", "", message);
        return Received.of(
                arrival,
                orEmpty(message.bundle().getIdentifier().getValue()),
                bare.task().map(FhirFacts::conversation).orElse(""),
                message);
    }

    private static String conversation(Located<Task> task) {
        return orEmpty(task.resource().getGroupIdentifier().getValue());
    }

    Map<String, Object> ofMessage(Parsed.Message message) {
        Received received = received(message);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("conversationId", received.correlationId());
        received.header()
                .map(Located::resource)
                .ifPresent(header -> putParties(facts, received, header));
        facts.put("organisations", organisations(received));
        facts.put("documents", documents(received));
        return facts;
    }

    private void putParties(Map<String, Object> facts, Received received, MessageHeader header) {
        code(received, header.getSender()).ifPresent(code -> facts.put("from", code));
        code(received, header.getDestinationFirstRep().getReceiver())
                .ifPresent(code -> facts.put("to", code));
    }

    private Optional<String> code(Received received, Reference reference) {
        return received.odsCode(reference)
                .map(
                        ods ->
                                directory
                                        .findByOdsCode(ods)
                                        .map(found -> found.code().value())
                                        .orElse("ODS:" + ods));
    }

    private Map<String, Object> organisations(Received received) {
        Map<String, Object> known = new LinkedHashMap<>();
        received.all(Organization.class)
                .forEach(
                        each ->
                                code(received, new Reference(each.fullUrl()))
                                        .ifPresent(code -> known.put(each.fullUrl(), code)));
        return known;
    }

    private static Map<String, Object> documents(Received received) {
        Map<String, Object> documents = new LinkedHashMap<>();
        Attachments.brought(received)
                .forEach(each -> documents.put(each.fullUrl(), document(each, received)));
        return documents;
    }

    private static Map<String, Object> document(
            Located<DocumentReference> document, Received received) {
        Attachment said = Attachments.of(document);
        byte[] bytes =
                Attachments.inline(document, received)
                        .map(binary -> binary.resource().getData())
                        .orElseGet(() -> new byte[0]);
        return Map.of(
                "id", id(document),
                "mediaType", orEmpty(said.getContentType()),
                "size", said.hasSize() ? said.getSize() : Math.max(1, bytes.length),
                "sha256", Attachments.uploaded(document).orElseGet(() -> Hashes.sha256(bytes)));
    }

    private static String id(Located<DocumentReference> document) {
        return document.resource().getIdentifier().stream()
                .map(identifier -> orEmpty(identifier.getValue()))
                .filter(Uuids::is)
                .findFirst()
                .orElseGet(
                        () ->
                                UUID.nameUUIDFromBytes(
                                                document.fullUrl().getBytes(StandardCharsets.UTF_8))
                                        .toString());
    }

    Map<String, Object> ofCanonical(Map<String, Object> message) {
        String sentAt = text(message, "sentAt", clock.instant().toString());
        LocalDate receivedOn = day(text(message, "receivedOn", sentAt));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("base", base.value());
        facts.put("revision", message.containsKey("inReplyTo") ? 2 : 1);
        facts.put("state", state(message));
        facts.put("sender", body(text(message, "from", "")));
        facts.put("recipient", body(text(message, "to", "")));
        facts.put("request", request(message));
        facts.put("requestSentAt", sentAt);
        facts.put("receivedOn", receivedOn.toString());
        facts.put("dueOn", receivedOn.plusWeeks(WEEKS).toString());
        facts.put("organisations", spokenOf(message));
        facts.put("hashes", Map.of());
        return facts;
    }

    private static Map<String, Object> request(Map<String, Object> message) {
        return Map.of(
                "caseReference", text(message, "caseReference", "CASE-1"),
                "adviceType", text(message, "adviceType", "medical"),
                "questions", message.getOrDefault("questions", List.of("needs")));
    }

    /// The state that such a message brings its conversation to.
    private static String state(Map<String, Object> message) {
        Optional<MessageType> type = Code.find(MessageType.class, text(message, "type", ""));
        return type.isEmpty()
                ? "requested"
                : switch (type.get()) {
                    case ADVICE_REQUEST -> "requested";
                    case ADVICE_ACKNOWLEDGED, ADVICE_REMINDER -> "acknowledged";
                    case ADVICE_RETURN -> text(message, "outcome", "provided");
                    case ADVICE_WITHDRAWN -> "withdrawn";
                    case COMMISSIONER_NOTIFICATION -> "notified";
                    case COMMISSIONER_NOTED -> "noted";
                    case COMMISSIONER_NOT_RESPONSIBLE -> "not-responsible";
                    case PROVISION_NOT_PRACTICABLE -> "not-practicable";
                    case PLAN_COPY,
                            PLAN_TRANSFER,
                            PLAN_RECEIVED,
                            PLAN_ACCEPTED,
                            PLAN_QUERIED,
                            PLAN_DECLINED,
                            PLAN_RECALLED ->
                            "sent";
                };
    }

    /// The bodies that a notification, or the answer to one, names.
    private Map<String, Object> spokenOf(Map<String, Object> message) {
        Map<String, Object> named = new LinkedHashMap<>();
        Stream<?> authorities =
                message.get("authorities") instanceof Map<?, ?> both
                        ? both.values().stream()
                        : Stream.of();
        Stream.concat(authorities, Stream.ofNullable(message.get("responsible")))
                .map(String::valueOf)
                .forEach(code -> named.put(code, body(code)));
        return named;
    }

    private Map<String, Object> body(String code) {
        Optional<Organisation> known =
                OrganisationCode.parse(code)
                                instanceof
                                org.ehcexchange.canonical.Parsed.Value<OrganisationCode>(var form)
                        ? directory.find(form)
                        : Optional.empty();
        String bare = code.substring(code.indexOf(':') + 1);
        return Map.of(
                "ods", known.map(Organisation::odsCode).orElse(bare),
                "name", known.map(Organisation::name).orElse(code),
                "endpoint", base.value() + "/$process-message");
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeParseException notADay) {
            return SOME_DAY;
        }
    }

    private static String text(Map<String, Object> message, String field, String otherwise) {
        return message.get(field) instanceof String text ? text : otherwise;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
