package org.ehcexchange.console;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.delivery.DeadLetters;
import org.ehcexchange.delivery.Partners;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How things stand with partners, in memory.
class InMemoryPartners implements Partners {

    private final List<Partner> partners = new ArrayList<>();

    void pause(OrganisationCode code, String name, String why) {
        Pause pause = new Pause(Instant.parse("2027-01-12T09:00:00Z"), why, null, null);
        partners.add(new Partner(code, name, "fhir", 2, 0, pause, null, null, 0));
    }

    @Override
    public List<Partner> all() {
        return List.copyOf(partners);
    }

    @Override
    public Optional<Partner> pause(OrganisationCode code, DeadLetters.Decision decision) {
        return Optional.empty();
    }

    @Override
    public Optional<Partner> resume(OrganisationCode code, DeadLetters.Decision decision) {
        return Optional.empty();
    }
}
