package org.ehcexchange.agency.health;

import org.hl7.fhir.r4.model.Bundle;

import java.util.Map;

/// What came of reading bytes as a FHIR R4 Bundle.
sealed interface Parsed {

    /// @param tree the same Bundle as plain maps and lists, in FHIR's JSON shape whatever came
    record Message(Bundle bundle, Map<String, Object> tree) implements Parsed {}

    /// Not FHIR R4 that can be read; never without a finding.
    record Unreadable(Findings findings) implements Parsed {}
}
