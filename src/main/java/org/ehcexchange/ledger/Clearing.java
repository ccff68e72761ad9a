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

import java.util.List;

/// Asks the gate about an entry before it is written; a refusal becomes part of the record.
@Component
class Clearing {

    private final Gate gate;
    private final Directory directory;

    Clearing(Gate gate, Directory directory) {
        this.gate = gate;
        this.directory = directory;
    }

    Entry clear(Entry entry) {
        return switch (decide(entry)) {
            case Cleared cleared ->
                    with(entry, entry.standing(), entry.state(), cleared.withheld());
            case Decision.Refused refused -> refused(entry, refused);
        };
    }

    private Decision decide(Entry entry) {
        return gate.decide(
                entry.message(),
                organisation(entry.envelope().from()),
                organisation(entry.envelope().to()),
                Circumstances.on(LondonDay.of(entry.at())));
    }

    private Organisation organisation(OrganisationCode code) {
        return directory
                .find(code)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        code + " left the directory just now; send again"));
    }

    private static Entry with(Entry entry, Standing standing, State state, List<String> withheld) {
        return new Entry(
                entry.arrival(),
                entry.message(),
                standing,
                state,
                entry.revision(),
                entry.note(),
                entry.reasons(),
                withheld,
                entry.at());
    }

    private static Entry refused(Entry entry, Decision.Refused refused) {
        return new Entry(
                entry.arrival(),
                entry.message(),
                Standing.REFUSED,
                State.REFUSED,
                entry.revision(),
                "refused at the disclosure gate",
                refused.reasons(),
                List.of(),
                entry.at());
    }
}
