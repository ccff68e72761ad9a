package org.ehcexchange.agency.health;

import org.ehcexchange.ledger.Arrival.Fault;

import java.util.Map;
import java.util.Set;

/// Tells another version of FHIR by names that R4 does not have.
final class FhirVersions {

    private static final Map<String, Set<String>> ONLY_IN =
            Map.of(
                    "FHIR R5",
                    Set.of(
                            "endpointUrl",
                            "endpointReference",
                            "requestedPerformer",
                            "requestedPeriod",
                            "concept",
                            "issues",
                            "attester",
                            "modality",
                            "RequestOrchestration",
                            "Transport"),
                    "FHIR STU3",
                    Set.of(
                            "event",
                            "timestamp",
                            "indexed",
                            "class",
                            "definitionUri",
                            "ReferralRequest",
                            "ProcedureRequest"));

    private FhirVersions() {}

    /// Adds that this looks like another version, where a name shows it.
    ///
    /// @param unknown names of elements or resource types that R4 does not have
    static void tell(Set<String> unknown, Findings findings) {
        ONLY_IN.forEach(
                (version, names) ->
                        unknown.stream()
                                .filter(names::contains)
                                .findFirst()
                                .ifPresent(name -> tell(version, name, findings)));
    }

    /// `fhirVersion` as a media type parameter may declare it, such as `5.0`.
    static void tellDeclared(String declared, Findings findings) {
        if (!declared.isEmpty() && !declared.startsWith("4.0")) {
            findings.add(
                    Fault.MALFORMED,
                    "Bundle",
                    "The content type declares FHIR version "
                            + declared.replaceAll("[^0-9.]", "")
                            + ", but this door speaks FHIR R4.",
                    "Send FHIR R4 (4.0.1) and fhirVersion=4.0, or no fhirVersion.");
        }
    }

    private static void tell(String version, String name, Findings findings) {
        findings.add(
                Fault.MALFORMED,
                "Bundle",
                "This looks like " + version + ": FHIR R4 has no \"" + name + "\" where it stands.",
                "Send FHIR R4 (4.0.1).");
    }
}
