package org.ehcexchange.agency.health;

import org.ehcexchange.ledger.Arrival;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A readable message at the door, before anyone has looked at what it says.
///
/// @param requestId the X-Request-Id header; empty when there was none
/// @param correlationId the X-Correlation-Id header; empty when there was none
record Received(
        Arrival arrival,
        String requestId,
        String correlationId,
        Bundle bundle,
        Map<String, Object> tree,
        List<Located<Resource>> resources) {

    static Received of(
            Arrival arrival, String requestId, String correlationId, Parsed.Message message) {
        return new Received(
                arrival,
                requestId,
                correlationId,
                message.bundle(),
                message.tree(),
                locate(message.bundle()));
    }

    private static List<Located<Resource>> locate(Bundle bundle) {
        List<Located<Resource>> found = new ArrayList<>();
        List<BundleEntryComponent> entries = bundle.getEntry();
        for (int i = 0; i < entries.size(); i++) {
            BundleEntryComponent entry = entries.get(i);
            if (entry.getResource() != null) { // hasResource() is false for an empty one
                String path = "Bundle.entry[" + i + "].resource";
                String fullUrl = entry.hasFullUrl() ? entry.getFullUrl() : "";
                found.add(new Located<>(path, fullUrl, entry.getResource()));
            }
        }
        return List.copyOf(found);
    }

    <T extends Resource> List<Located<T>> all(Class<T> type) {
        return resources.stream()
                .filter(each -> type.isInstance(each.resource()))
                .map(each -> new Located<>(each.path(), each.fullUrl(), type.cast(each.resource())))
                .toList();
    }

    /// The first of its type; rules of their own say that there is one, and only one.
    <T extends Resource> Optional<Located<T>> first(Class<T> type) {
        return all(type).stream().findFirst();
    }

    Optional<Located<MessageHeader>> header() {
        return first(MessageHeader.class);
    }

    Optional<Located<Task>> task() {
        return first(Task.class);
    }

    <T extends Resource> Optional<Located<T>> target(String url, Class<T> type) {
        return all(type).stream().filter(each -> each.fullUrl().equals(url)).findFirst();
    }

    /// The ODS code of the organisation referred to.
    Optional<String> odsCode(Reference reference) {
        return Optional.ofNullable(reference.getReference())
                .flatMap(url -> target(url, Organization.class))
                .flatMap(
                        found ->
                                found.resource().getIdentifier().stream()
                                        .filter(id -> Names.ODS_CODE.equals(id.getSystem()))
                                        .map(Identifier::getValue)
                                        .findFirst());
    }
}
