package org.ehcexchange.agency.health;

import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

import java.util.List;
import java.util.Set;

/// A security label is honoured or refused, never overlooked.
///
/// Patient, Task and ServiceRequest may say that the child's record is restricted, which the
/// mapping reads; a document's label is its `securityLabel`.
final class LabelRules {

    static final List<EdgeRule> ALL =
            List.of(LabelRules::noneOnTheBundle, LabelRules::noneWhereNobodyReadsIt);

    /// Labels that ask for nothing: normal and unrestricted.
    private static final Set<String> HARMLESS = Set.of("N", "U");

    private LabelRules() {}

    private static void noneOnTheBundle(Received received, Findings findings) {
        check(received.bundle().getMeta(), "Bundle", findings);
    }

    private static void noneWhereNobodyReadsIt(Received received, Findings findings) {
        received.resources().stream()
                .filter(each -> !isRead(each.resource()))
                .forEach(each -> check(each.resource().getMeta(), each.path(), findings));
    }

    private static boolean isRead(Resource resource) {
        return resource instanceof Patient
                || resource instanceof Task
                || resource instanceof ServiceRequest;
    }

    private static void check(Meta meta, String path, Findings findings) {
        if (!meta.getSecurity().stream().allMatch(LabelRules::isHarmless)) {
            findings.add(
                    path + ".meta.security",
                    "A security label here would be lost.",
                    "Label the child's record at Patient.meta.security, and a document at"
                            + " DocumentReference.securityLabel.");
        }
    }

    private static boolean isHarmless(Coding label) {
        return Names.CONFIDENTIALITY.equals(label.getSystem())
                && HARMLESS.contains(label.getCode());
    }
}
