package org.ehcexchange.agency.health;

import ca.uhn.fhir.rest.annotation.Metadata;
import ca.uhn.fhir.rest.api.server.RequestDetails;

import jakarta.servlet.http.HttpServletRequest;

import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementMessagingComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.EventCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Date;
import java.util.List;

/// `GET /fhir/metadata`: what this door does, and nothing that it does not.
@Component
public final class Conformance {

    /// When what the door does last changed.
    private static final Instant CHANGED = Instant.parse("2026-11-22T00:00:00Z");

    private static final String PROTECTED =
            "A protected child's Patient carries meta.security R of "
                    + Names.CONFIDENTIALITY
                    + " and no address, both ways; a Task or ServiceRequest that is read carries"
                    + " the label itself. Documents are labelled in"
                    + " DocumentReference.securityLabel; a label anywhere else is refused. So are"
                    + " former names and numbers, and links to other records.";

    private final FhirBaseUrl base;

    Conformance(FhirBaseUrl base) {
        this.base = base;
    }

    @Metadata
    public CapabilityStatement statement(HttpServletRequest request, RequestDetails details) {
        CapabilityStatement statement = new CapabilityStatement();
        statement
                .setStatus(PublicationStatus.ACTIVE)
                .setDate(Date.from(CHANGED))
                .setKind(CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1)
                .addFormat(MediaTypes.JSON)
                .addFormat(MediaTypes.XML);
        statement.getSoftware().setName("EHC Exchange");
        statement
                .getImplementation()
                .setDescription(
                        "Advice for EHC needs assessments, copies of plans and changes of"
                                + " commissioner, to and from health bodies")
                .setUrl(base.value());
        statement.addRest(rest());
        statement.addMessaging(messaging());
        return statement;
    }

    private static CapabilityStatementRestComponent rest() {
        CapabilityStatementRestComponent rest = new CapabilityStatementRestComponent();
        rest.setMode(RestfulCapabilityMode.SERVER);
        rest.setDocumentation(
                "A caller sees what was sent to it, and nothing else. Send X-Request-Id and"
                        + " X-Correlation-Id with every message; both come back.");
        rest.getSecurity()
                .setCors(false)
                .setDescription("OAuth2 client credentials; the token names one organisation.")
                .addService()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/restful-security-service")
                .setCode("OAuth");
        rest.addOperation()
                .setName("process-message")
                .setDefinition(
                        "http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message");
        rest.addResource(task());
        rest.addResource(resource("ServiceRequest", TypeRestfulInteraction.READ));
        rest.addResource(
                resource("Binary", TypeRestfulInteraction.READ, TypeRestfulInteraction.CREATE)
                        .setDocumentation(
                                "The id is the SHA-256 of the bytes. Create takes the bytes"
                                        + " themselves with their own content type."));
        return rest;
    }

    private static CapabilityStatementRestResourceComponent task() {
        CapabilityStatementRestResourceComponent task =
                resource("Task", TypeRestfulInteraction.READ, TypeRestfulInteraction.SEARCHTYPE);
        task.addSearchParam()
                .setName("owner")
                .setType(SearchParamType.REFERENCE)
                .setDocumentation(
                        "The caller's own ODS code: what it was asked and told. This or requester"
                                + " is required.");
        task.addSearchParam()
                .setName("requester")
                .setType(SearchParamType.REFERENCE)
                .setDocumentation(
                        "The caller's own ODS code: what it told others, and what became of it.");
        task.addSearchParam()
                .setName("_lastUpdated")
                .setType(SearchParamType.DATE)
                .setDocumentation("gt only.");
        return task;
    }

    private static CapabilityStatementRestResourceComponent resource(
            String type, TypeRestfulInteraction... interactions) {
        CapabilityStatementRestResourceComponent resource =
                new CapabilityStatementRestResourceComponent();
        resource.setType(type);
        List.of(interactions).forEach(each -> resource.addInteraction().setCode(each));
        return resource;
    }

    private CapabilityStatementMessagingComponent messaging() {
        CapabilityStatementMessagingComponent messaging =
                new CapabilityStatementMessagingComponent();
        messaging.setDocumentation(PROTECTED);
        messaging
                .addEndpoint()
                .setAddress(base.value() + "/$process-message")
                .getProtocol()
                .setSystem("http://terminology.hl7.org/CodeSystem/message-transport")
                .setCode("http");
        MessageKind.ALL.stream()
                .map(MessageKind::definition)
                .distinct()
                .forEach(definition -> supports(messaging, definition));
        return messaging;
    }

    private static void supports(
            CapabilityStatementMessagingComponent messaging, String definition) {
        for (EventCapabilityMode mode :
                List.of(EventCapabilityMode.RECEIVER, EventCapabilityMode.SENDER)) {
            messaging
                    .addSupportedMessage()
                    .setMode(mode)
                    .setDefinition(Names.DEFINITION + definition);
        }
    }
}
