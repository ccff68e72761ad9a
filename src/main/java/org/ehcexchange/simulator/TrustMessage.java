package org.ehcexchange.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A FHIR message as the trust received it, and where to find things in it.
///
/// @param wire how it was written, and so how it is answered
/// @param conversation its X-Correlation-Id
record TrustMessage(ObjectNode bundle, Wire wire, String conversation) {

    private static final String DEFINITION = "https://fhir.ehc-exchange.example/MessageDefinition/";

    String id() {
        return bundle.at("/identifier/value").asText();
    }

    /// What it is, such as `ehc-advice-request`.
    String kind() {
        return header().path("definition").asText().replace(DEFINITION, "");
    }

    ObjectNode header() {
        return resource("MessageHeader");
    }

    String sender() {
        return header().at("/sender/reference").asText();
    }

    String receiver() {
        return header().at("/destination/0/receiver/reference").asText();
    }

    ObjectNode task() {
        return resource("Task");
    }

    int version() {
        return task().at("/meta/versionId").asInt(1);
    }

    LocalDate dueOn() {
        return LocalDate.parse(
                resource("ServiceRequest").at("/occurrencePeriod/end").asText().substring(0, 10));
    }

    /// The council's case reference, which the request carries as its identifier.
    String caseReference() {
        return resource("ServiceRequest").at("/identifier/0/value").asText();
    }

    ObjectNode entry(String type) {
        return entries()
                .filter(entry -> entry.at("/resource/resourceType").asText().equals(type))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + type + " in the message"));
    }

    String fullUrl(String type) {
        return entry(type).path("fullUrl").asText();
    }

    /// What every message of the conversation repeats: the ask, the child, the organisations; not
    /// the council's own documents.
    Stream<ObjectNode> repeated() {
        return entries()
                .filter(TrustMessage::isRepeated)
                .map(entry -> (ObjectNode) entry.deepCopy())
                .map(TrustMessage::withoutDocuments);
    }

    private static boolean isRepeated(JsonNode entry) {
        return switch (entry.at("/resource/resourceType").asText()) {
            case "ServiceRequest", "Patient", "Organization" -> true;
            default -> false;
        };
    }

    private static ObjectNode withoutDocuments(ObjectNode entry) {
        entry.withObject("/resource").remove("supportingInfo");
        return entry;
    }

    private ObjectNode resource(String type) {
        return (ObjectNode) entry(type).path("resource");
    }

    private Stream<JsonNode> entries() {
        return StreamSupport.stream(bundle.path("entry").spliterator(), false);
    }
}
