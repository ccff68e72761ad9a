package org.ehcexchange.agency.health;

import org.ehcexchange.canonical.NhsNumber;
import org.ehcexchange.canonical.Parsed.Problem;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;

import java.util.List;
import java.util.Set;

/// Who the message is about.
final class PatientRules {

    static final List<EdgeRule> ALL =
            List.of(
                    each(PatientRules::identifiersAreKnown),
                    each(PatientRules::birthIsGiven),
                    PatientRules::taskIsForThePatient);

    private static final String STATUS =
            "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus";
    private static final String UK_CORE = "https://fhir.hl7.org.uk/CodeSystem/UKCore-";
    private static final Set<String> STATUS_SYSTEMS =
            Set.of(
                    UK_CORE + "NHSNumberVerificationStatus",
                    UK_CORE + "NHSNumberVerificationStatusEngland");

    private PatientRules() {}

    private interface PatientRule {
        void check(Located<Patient> patient, Findings findings);
    }

    private static EdgeRule each(PatientRule rule) {
        return (received, findings) ->
                received.all(Patient.class).forEach(found -> rule.check(found, findings));
    }

    private static void identifiersAreKnown(Located<Patient> patient, Findings findings) {
        List<Identifier> identifiers = patient.resource().getIdentifier();
        int references = 0;
        int numbers = 0;
        for (int i = 0; i < identifiers.size(); i++) {
            String path = patient.at("identifier[" + i + "]");
            if (Names.NHS_NUMBER.equals(identifiers.get(i).getSystem())) {
                numbers++;
                checkNumber(path, identifiers.get(i), findings);
            } else {
                references++;
            }
        }
        if (references != 1 || numbers > 1) {
            findings.add(
                    patient.at("identifier"),
                    "A Patient has one council child reference and at most one NHS number.",
                    "Send back the reference of the request (system "
                            + Names.CHILD_REFERENCE
                            + ", or the council's own) and the NHS number, and no other"
                            + " identifier.");
        }
    }

    private static void checkNumber(String path, Identifier identifier, Findings findings) {
        String value = identifier.hasValue() ? identifier.getValue() : "";
        if (NhsNumber.parse(value) instanceof Problem<NhsNumber>(String problem, String remedy)) {
            findings.add(path + ".value", problem, remedy);
        }
        for (Extension extension : identifier.getExtension()) {
            if (!statusIsKnown(extension)) {
                findings.add(
                        path + ".extension",
                        "The NHS number's verification status is not one known here.",
                        "Use a code of UKCore-NHSNumberVerificationStatusEngland (01 to 08) or of"
                                + " UKCore-NHSNumberVerificationStatus, or leave it out.");
            }
        }
    }

    private static boolean statusIsKnown(Extension extension) {
        return STATUS.equals(extension.getUrl())
                && extension.getValue() instanceof CodeableConcept concept
                && concept.hasCoding()
                && concept.getCoding().stream()
                        .allMatch(
                                coding ->
                                        STATUS_SYSTEMS.contains(coding.getSystem())
                                                && coding.hasCode());
    }

    private static void birthIsGiven(Located<Patient> patient, Findings findings) {
        if (!patient.resource().hasBirthDate()) {
            findings.add(
                    patient.at("birthDate"),
                    "The Patient has no date of birth.",
                    "Send birthDate as YYYY-MM-DD.");
        }
    }

    private static void taskIsForThePatient(Received received, Findings findings) {
        received.task()
                .filter(
                        task ->
                                received.target(
                                                String.valueOf(
                                                        task.resource().getFor().getReference()),
                                                Patient.class)
                                        .isEmpty())
                .ifPresent(
                        task ->
                                findings.add(
                                        task.at("for"),
                                        "The Task is not for the Patient.",
                                        "Refer to the Patient of this Bundle."));
    }
}
