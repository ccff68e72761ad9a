package org.ehcexchange.agency.health;

import org.ehcexchange.agency.health.HealthView.Seen;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/// The Task of a conversation, and its ServiceRequest if it asks for advice, each whole in itself:
/// the child and the documents are contained, the organisations named by ODS code.
///
/// They are made by the same mapping as the message that is sent to other bodies.
@Component
final class TaskViews {

    private final FhirWriter writer;

    TaskViews(FhirWriter writer) {
        this.writer = writer;
    }

    Optional<Task> task(Seen seen) {
        return bundle(seen).map(bundle -> task(seen, bundle));
    }

    Optional<ServiceRequest> request(Seen seen) {
        return bundle(seen)
                .filter(bundle -> !all(bundle, ServiceRequest.class).isEmpty())
                .map(bundle -> request(seen, bundle));
    }

    private Optional<Bundle> bundle(Seen seen) {
        return switch (writer.write(seen.consignment())) {
            case FhirWriter.Written.Message(Bundle bundle) -> Optional.of(bundle);
            case FhirWriter.Written.Impossible impossible -> Optional.empty();
        };
    }

    private static Task task(Seen seen, Bundle bundle) {
        Task task = only(bundle, Task.class);
        identify(task, seen);
        task.setLastModified(Date.from(seen.changedAt()));
        task.setFor(contain(task, only(bundle, Patient.class), "patient"));
        TaskFocus.show(task, seen.conversation(), bundle);
        task.setRequester(named(bundle, task.getRequester()));
        task.setOwner(named(bundle, task.getOwner()));
        return task;
    }

    private static ServiceRequest request(Seen seen, Bundle bundle) {
        ServiceRequest request = only(bundle, ServiceRequest.class);
        identify(request, seen);
        if (seen.consignment().state().equals("withdrawn")) {
            request.setStatus(ServiceRequestStatus.REVOKED);
        }
        request.setSubject(contain(request, only(bundle, Patient.class), "patient"));
        request.setRequester(named(bundle, request.getRequester()));
        request.setPerformer(
                request.getPerformer().stream().map(each -> named(bundle, each)).toList());
        request.setSupportingInfo(documents(request, bundle));
        return request;
    }

    private static List<Reference> documents(ServiceRequest request, Bundle bundle) {
        List<Reference> references = new ArrayList<>();
        for (DocumentReference document : all(bundle, DocumentReference.class)) {
            document.setSubject(new Reference("#patient"));
            document.setAuthor(
                    document.getAuthor().stream().map(each -> named(bundle, each)).toList());
            references.add(contain(request, document, "document-" + (references.size() + 1)));
        }
        return references;
    }

    private static void identify(Resource resource, Seen seen) {
        resource.setId(seen.conversation().toString());
        resource.getMeta()
                .setVersionId(String.valueOf(seen.consignment().revision()))
                .setLastUpdated(Date.from(seen.changedAt()));
    }

    /// A contained resource carries no security label of its own (FHIR R4, dom-5): what contains it
    /// does.
    static Reference contain(DomainResource in, Resource resource, String id) {
        resource.getMeta().getSecurity().forEach(in.getMeta()::addSecurity);
        resource.setMeta(null);
        resource.setId(id);
        in.addContained(resource);
        return new Reference("#" + id);
    }

    /// An organisation by its ODS code, which says who it is without another resource.
    static Reference named(Bundle bundle, Reference reference) {
        return bundle.getEntry().stream()
                .filter(entry -> entry.getFullUrl().equals(reference.getReference()))
                .map(entry -> (Organization) entry.getResource())
                .findFirst()
                .map(
                        found ->
                                new Reference()
                                        .setType("Organization")
                                        .setIdentifier(found.getIdentifierFirstRep())
                                        .setDisplay(found.getName()))
                .orElseThrow();
    }

    private static <T extends Resource> T only(Bundle bundle, Class<T> type) {
        return all(bundle, type).getFirst();
    }

    static <T extends Resource> List<T> all(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
