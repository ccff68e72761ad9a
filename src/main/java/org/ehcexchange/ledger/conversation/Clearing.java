package org.ehcexchange.ledger.conversation;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.disclosure.Circumstances;
import org.ehcexchange.disclosure.Cleared;
import org.ehcexchange.disclosure.Decision;
import org.ehcexchange.disclosure.Facts;
import org.ehcexchange.disclosure.Gate;
import org.ehcexchange.ledger.FactsOnRecord;
import org.ehcexchange.ledger.children.ChildMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks the gate about an entry before it is written; a refusal becomes part of the record.
@Component
public class Clearing {

    private final Gate gate;
    private final Directory directory;
    private final FactsOnRecord facts;

    Clearing(Gate gate, Directory directory, FactsOnRecord facts) {
        this.gate = gate;
        this.directory = directory;
        this.facts = facts;
    }

    /// @param child of the conversation; absent where nobody has said yet who it is
    public Entry clear(Entry entry, ChildMatch.@Nullable Known child) {
        return clear(
                entry,
                child == null ? Facts.NONE : facts.read(child.facts(), child.protectedRecord()));
    }

    /// @param facts what is on record of the child
    public Entry clear(Entry entry, Facts facts) {
        return switch (decide(entry, facts)) {
            case Cleared cleared -> entry.cleared(cleared.withheld(), cleared.notes());
            case Decision.Refused refused -> entry.refused(refused.reasons());
        };
    }

    private Decision decide(Entry entry, Facts facts) {
        return gate.decide(
                entry.message(),
                organisation(entry.envelope().from()),
                organisation(entry.envelope().to()),
                new Circumstances(LondonDay.of(entry.at()), facts));
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
