package org.ehcexchange.ledger;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.disclosure.Circumstances;
import org.ehcexchange.disclosure.Cleared;
import org.ehcexchange.disclosure.Decision;
import org.ehcexchange.disclosure.Gate;
import org.springframework.stereotype.Component;

/// Asks the gate about an entry before it is written; a refusal becomes part of the record.
@Component
class Clearing {

    private final Gate gate;
    private final Directory directory;

    Clearing(Gate gate, Directory directory) {
        this.gate = gate;
        this.directory = directory;
    }

    /// @param protectedChild whether the child is on record as protected
    Entry clear(Entry entry, boolean protectedChild) {
        return switch (decide(entry, protectedChild)) {
            case Cleared cleared -> entry.without(cleared.withheld());
            case Decision.Refused refused -> entry.refused(refused.reasons());
        };
    }

    private Decision decide(Entry entry, boolean protectedChild) {
        return gate.decide(
                entry.message(),
                organisation(entry.envelope().from()),
                organisation(entry.envelope().to()),
                Circumstances.on(LondonDay.of(entry.at()), protectedChild));
    }

    private Organisation organisation(OrganisationCode code) {
        return directory
                .find(code)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        code + " left the directory just now; send again"));
    }
}
