package org.ehcexchange.agency.health;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.NhsNumber;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.canonical.Question;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/// A request of the council, and what a trust's system makes of the message it becomes.
record Asked(AdviceRequest request) {

    private static final Instant NOW =
            InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);

    static Asked of(String adviser) {
        Envelope envelope =
                new Envelope(
                        new MessageId(UUID.randomUUID()),
                        new ConversationId(UUID.randomUUID()),
                        null,
                        new OrganisationCode("LA:998"),
                        new OrganisationCode(adviser),
                        NOW.atOffset(ZoneOffset.UTC),
                        new Ground(
                                Purpose.EHC_NEEDS_ASSESSMENT,
                                "SEND Regulations 2014, reg. 6(1)(c)",
                                null),
                        child(),
                        List.of());
        return new Asked(
                new AdviceRequest(
                        envelope,
                        new CaseReference(
                                "NS-" + envelope.messageId().value().toString().substring(0, 8)),
                        AdviceType.MEDICAL,
                        LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(3),
                        EnumSet.allOf(Question.class),
                        null));
    }

    private static Child child() {
        return new Child(
                "NS-C-0417",
                new NhsNumber("9990000018"),
                null,
                "Example",
                List.of("Robin"),
                LocalDate.of(2017, 4, 2),
                null,
                null,
                false);
    }

    UUID id() {
        return request.envelope().messageId().value();
    }

    UUID conversation() {
        return request.envelope().conversationId().value();
    }

    Bundle acknowledgement(Bundle sent) {
        Bundle bundle = answer(sent, "ehc-advice-interim", "new", "2");
        state(bundle, Task.TaskStatus.ACCEPTED, "acknowledged");
        LocalDate today = LocalDate.ofInstant(NOW, java.time.ZoneId.of("Europe/London"));
        output(bundle, "received-date", new DateType(today.toString()));
        output(bundle, "due-date", new DateType(today.plusWeeks(6).toString()));
        return bundle;
    }

    /// Advice with a report inside the message.
    Bundle advice(Bundle sent, byte[] report) {
        Bundle bundle = answer(sent, "ehc-advice-final", "update", "3");
        state(bundle, Task.TaskStatus.COMPLETED, "advice-provided");
        String bytes = add(bundle, new Binary().setContentType("application/pdf").setData(report));
        DocumentReference document = new DocumentReference();
        document.setStatus(org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus.CURRENT);
        document.addContent()
                .getAttachment()
                .setContentType("application/pdf")
                .setUrl(bytes)
                .setSize(report.length)
                .setTitle("Paediatric report");
        output(bundle, "report", new Reference(add(bundle, document)));
        return bundle;
    }

    private Bundle answer(Bundle sent, String definition, String reason, String version) {
        Bundle bundle = sent.copy();
        bundle.getIdentifier().setValue(UUID.randomUUID().toString());
        bundle.setTimestampElement(new InstantType(NOW.toString()));
        MessageHeader header = header(bundle);
        header.setExtension(List.of());
        Reference council = header.getSender();
        header.setSender(header.getDestinationFirstRep().getReceiver());
        header.getDestinationFirstRep().setReceiver(council);
        header.getEventCoding().setCode(MessageKind.RESPONSE);
        header.getReason().getCodingFirstRep().setCode(reason);
        header.getResponse().setIdentifier(id().toString()).setCode(MessageHeader.ResponseType.OK);
        header.setDefinition(Names.DEFINITION + definition);
        task(bundle).getMeta().setVersionId(version);
        return bundle;
    }

    private static void state(Bundle bundle, Task.TaskStatus status, String business) {
        task(bundle)
                .setStatus(status)
                .setBusinessStatus(
                        new CodeableConcept(new Coding(Names.BUSINESS_STATUS, business, null)));
    }

    private static void output(Bundle bundle, String type, Type value) {
        task(bundle)
                .addOutput()
                .setType(new CodeableConcept(new Coding(Names.IO_TYPE, type, null)))
                .setValue(value);
    }

    private static String add(Bundle bundle, Resource resource) {
        String url = "urn:uuid:" + UUID.randomUUID();
        bundle.addEntry().setFullUrl(url).setResource(resource);
        return url;
    }

    static MessageHeader header(Bundle bundle) {
        return (MessageHeader) bundle.getEntryFirstRep().getResource();
    }

    static Task task(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Task.class::isInstance)
                .map(Task.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
