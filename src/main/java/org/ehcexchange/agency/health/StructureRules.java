package org.ehcexchange.agency.health;

import org.ehcexchange.ledger.Arrival.Fault;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// How the Bundle is put together.
final class StructureRules {

    static final List<EdgeRule> ALL =
            List.of(
                    StructureRules::idsAgree,
                    StructureRules::isAMessage,
                    StructureRules::headerComesFirstAndOnce,
                    StructureRules::fullUrlsAreUnique,
                    StructureRules::referencesResolve,
                    StructureRules::onePatientAndOneTask,
                    StructureRules::onlyKnownResources);

    private static final Set<String> KNOWN =
            Set.of(
                    "MessageHeader",
                    "ServiceRequest",
                    "Task",
                    "Patient",
                    "Organization",
                    "Communication",
                    "QuestionnaireResponse",
                    "DocumentReference",
                    "Binary");

    private StructureRules() {}

    private static void isAMessage(Received received, Findings findings) {
        if (received.bundle().getType() != BundleType.MESSAGE) {
            findings.add(
                    "Bundle.type",
                    "The Bundle is not a message.",
                    "Send a Bundle of type message.");
        }
        if (!received.bundle().hasTimestamp()) {
            findings.add(
                    "Bundle.timestamp",
                    "The Bundle does not say when it was made.",
                    "Send the instant at which you made the message.");
        }
    }

    private static void headerComesFirstAndOnce(Received received, Findings findings) {
        List<Located<MessageHeader>> headers = received.all(MessageHeader.class);
        boolean first =
                !received.resources().isEmpty()
                        && received.resources().getFirst().resource() instanceof MessageHeader;
        if (!first) {
            findings.add(
                    "Bundle.entry[0].resource",
                    "The first entry is not a MessageHeader.",
                    "Put the MessageHeader first.");
        }
        if (headers.size() > 1) {
            findings.add(
                    headers.get(1).path(),
                    "There is more than one MessageHeader.",
                    "Send one message in a Bundle.");
        }
    }

    private static void fullUrlsAreUnique(Received received, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Located<Resource> each : received.resources()) {
            String path = each.path().replace(".resource", ".fullUrl");
            if (!Uuids.isUrn(each.fullUrl())) {
                findings.add(
                        path,
                        "The fullUrl is not a UUID of the form urn:uuid:….",
                        "Give every entry a fullUrl urn:uuid: with a UUID in lower case.");
            } else if (!seen.add(each.fullUrl())) {
                findings.add(
                        path,
                        "Another entry has the same fullUrl.",
                        "Give every entry a fullUrl of its own.");
            }
        }
    }

    private static void referencesResolve(Received received, Findings findings) {
        Set<String> urls =
                received.resources().stream().map(Located::fullUrl).collect(Collectors.toSet());
        Trees.walk(
                received.tree(),
                (path, key, node) -> {
                    if (key.equals("reference")
                            && node instanceof String url
                            && !urls.contains(url)) {
                        findings.add(
                                path,
                                "The reference points to nothing in this Bundle.",
                                "Refer to the fullUrl of an entry, and send that entry.");
                    }
                });
    }

    private static void onePatientAndOneTask(Received received, Findings findings) {
        exactlyOne(received.all(Patient.class), "Patient", findings);
        exactlyOne(received.all(Task.class), "Task", findings);
        List<Located<ServiceRequest>> asks = received.all(ServiceRequest.class);
        if (asks.size() > 1) {
            findings.add(
                    asks.get(1).path(),
                    "There is more than one ServiceRequest.",
                    "Send one request in a message.");
        }
    }

    private static <T extends Resource> void exactlyOne(
            List<Located<T>> found, String type, Findings findings) {
        if (found.size() != 1) {
            findings.add(
                    found.isEmpty() ? "Bundle.entry" : found.get(1).path(),
                    "There must be exactly one " + type + "; there are " + found.size() + ".",
                    "Send one " + type + " in a message.");
        }
    }

    private static void onlyKnownResources(Received received, Findings findings) {
        for (Located<Resource> each : received.resources()) {
            if (!KNOWN.contains(each.resource().fhirType())) {
                findings.add(
                        each.path(),
                        "A resource of type "
                                + each.resource().fhirType()
                                + " has no place in this message.",
                        "Send only "
                                + KNOWN.stream().sorted().collect(Collectors.joining(", "))
                                + ".");
            }
        }
    }

    /// Header faults are told as 400: the message itself may be right.
    private static void idsAgree(Received received, Findings findings) {
        idRequired(received.requestId(), "X-Request-Id", "the message", findings);
        idRequired(received.correlationId(), "X-Correlation-Id", "the conversation", findings);
        String id = received.bundle().getIdentifier().getValue();
        if (id == null || !Uuids.is(id)) {
            findings.add(
                    "Bundle.identifier.value",
                    "The Bundle has no identifier that is a UUID.",
                    "Send the message id, a UUID in lower case, and the same in X-Request-Id.");
        } else if (Uuids.is(received.requestId()) && !received.requestId().equals(id)) {
            findings.add(
                    Fault.MALFORMED,
                    "Bundle.identifier.value",
                    "The header X-Request-Id and the Bundle's identifier differ.",
                    "Send the same message id in both.");
        }
    }

    private static void idRequired(String id, String header, String what, Findings findings) {
        if (!Uuids.is(id)) {
            findings.add(
                    Fault.MALFORMED,
                    "Bundle",
                    "The header " + header + " is missing or not a UUID.",
                    "Send " + header + " with the UUID of " + what + ", in lower case.");
        }
    }
}
