package org.ehcexchange.agency.health;

import org.ehcexchange.canonical.Violation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Says where something is in the FHIR message, whichever way it was found.
final class FhirPaths {

    private static final String TASK = "Bundle.entry.resource.ofType(Task)";
    private static final String PATIENT = "Bundle.entry.resource.ofType(Patient)";
    private static final String REQUEST = "Bundle.entry.resource.ofType(ServiceRequest)";
    private static final String HEADER = "Bundle.entry.resource.ofType(MessageHeader)";
    private static final String STATEMENTS = "Bundle.entry.resource.ofType(QuestionnaireResponse)";
    private static final String DOCUMENT = "Bundle.entry.resource.ofType(DocumentReference)";

    /// Canonical fields, the longer before the shorter.
    private static final Map<String, String> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("/messageId", "Bundle.identifier.value");
        PLACES.put("/conversationId", TASK + ".groupIdentifier.value");
        PLACES.put("/inReplyTo", HEADER + ".response.identifier");
        PLACES.put("/from", HEADER + ".sender");
        PLACES.put("/to", HEADER + ".destination.receiver");
        PLACES.put("/sentAt", "Bundle.timestamp");
        PLACES.put("/ground", HEADER + ".extension");
        PLACES.put("/child/reference", PATIENT + ".identifier");
        PLACES.put("/child/nhsNumber", PATIENT + ".identifier");
        PLACES.put("/child/familyName", PATIENT + ".name.family");
        PLACES.put("/child/givenNames", PATIENT + ".name.given");
        PLACES.put("/child/dateOfBirth", PATIENT + ".birthDate");
        PLACES.put("/child/sex", PATIENT + ".gender");
        PLACES.put("/child/postcode", PATIENT + ".address.postalCode");
        PLACES.put("/child/protected", PATIENT + ".meta.security");
        PLACES.put("/child", PATIENT);
        PLACES.put("/documents", DOCUMENT);
        PLACES.put("/caseReference", REQUEST + ".identifier");
        PLACES.put("/adviceType", REQUEST + ".code");
        PLACES.put("/questions", REQUEST + ".orderDetail");
        PLACES.put("/assessmentRequestedOn", TASK + ".input");
        PLACES.put("/familyViews", TASK + ".input");
        PLACES.put("/receivedOn", TASK + ".output");
        PLACES.put("/expectedBy", TASK + ".output");
        PLACES.put("/exception", TASK + ".statusReason");
        PLACES.put("/reasons", TASK + ".statusReason");
        PLACES.put("/searched", TASK + ".note");
        PLACES.put("/needs", STATEMENTS + ".item");
        PLACES.put("/outcomes", STATEMENTS + ".item");
        PLACES.put("/provision", STATEMENTS + ".item");
        PLACES.put("/outcome", TASK + ".businessStatus");
        PLACES.put("/cause", TASK + ".reasonCode");
        PLACES.put("/movedOn", TASK + ".input");
        PLACES.put("/awareOn", TASK + ".input");
        PLACES.put("/sections", TASK + ".input");
        PLACES.put("/authorities", TASK + ".input");
        PLACES.put("/notedOn", TASK + ".output");
        PLACES.put("/reason", TASK + ".statusReason.text");
        PLACES.put("/responsible", TASK + ".output");
        PLACES.put("/requests", TASK + ".output");
    }

    private FhirPaths() {}

    static List<Violation> ofBundle(List<Violation> violations) {
        return violations.stream().map(each -> at(each, bundlePath(each.pointer()))).toList();
    }

    static List<Violation> ofCanonical(List<Violation> violations) {
        return violations.stream().map(each -> at(each, canonicalPath(each.pointer()))).toList();
    }

    private static Violation at(Violation violation, String path) {
        return new Violation(path, violation.problem(), violation.remedy());
    }

    /// `/entry/3/resource/note` is `Bundle.entry[3].resource.note`; what is a FHIRPath stays one.
    private static String bundlePath(String pointer) {
        if (!pointer.startsWith("/")) {
            return pointer.isEmpty() ? "Bundle" : pointer;
        }
        StringBuilder path = new StringBuilder("Bundle");
        for (String step : pointer.substring(1).split("/", -1)) {
            path.append(step.matches("[0-9]+") ? "[" + step + "]" : "." + step);
        }
        return path.toString();
    }

    private static String canonicalPath(String pointer) {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            return pointer;
        }
        return PLACES.entrySet().stream()
                .filter(place -> isAtOrBelow(pointer, place.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("Bundle");
    }

    private static boolean isAtOrBelow(String pointer, String place) {
        return pointer.equals(place) || pointer.startsWith(place + "/");
    }
}
