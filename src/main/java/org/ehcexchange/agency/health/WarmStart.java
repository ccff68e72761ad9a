package org.ehcexchange.agency.health;

import ca.uhn.fhir.context.FhirContext;

import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Has the FHIR library learn the resources we use while the rest of the exchange starts, and waits
/// for it before the port opens: the first message would pay for it otherwise.
@Component
final class WarmStart implements SmartInitializingSingleton {

    private final CompletableFuture<Void> learning;

    WarmStart(FhirContext context) {
        this.learning = CompletableFuture.runAsync(() -> learn(context));
    }

    private static void learn(FhirContext context) {
        Bundle bundle = new Bundle().setType(BundleType.MESSAGE);
        bundle.setTimestampElement(new InstantType("2026-01-05T09:00:00Z"));
        for (Resource each : used()) {
            bundle.addEntry().setResource(each);
        }
        String json = context.newJsonParser().encodeResourceToString(bundle);
        context.newJsonParser().parseResource(json);
        String xml = context.newXmlParser().encodeResourceToString(bundle);
        context.newXmlParser().parseResource(xml);
    }

    private static List<Resource> used() {
        Task task = new Task().setStatus(Task.TaskStatus.REQUESTED);
        task.addOutput().setValue(new DateType("2026-01-05"));
        Patient patient = new Patient();
        patient.addName().setFamily("Sample");
        return List.of(
                new MessageHeader().setDefinition("urn:sample"),
                task,
                patient,
                new ServiceRequest().setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE),
                new Organization().setName("Sample"),
                new Communication().setStatus(Communication.CommunicationStatus.COMPLETED),
                new QuestionnaireResponse()
                        .setStatus(QuestionnaireResponse.QuestionnaireResponseStatus.COMPLETED),
                new DocumentReference().setDescription("Sample"),
                new Binary().setContentType("application/pdf"),
                new OperationOutcome());
    }

    @Override
    public void afterSingletonsInstantiated() {
        learning.join();
    }
}
