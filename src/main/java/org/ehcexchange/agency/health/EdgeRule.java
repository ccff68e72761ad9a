package org.ehcexchange.agency.health;

/// One thing that every FHIR message must keep to, beyond being FHIR R4.
interface EdgeRule {

    void check(Received received, Findings findings);
}
