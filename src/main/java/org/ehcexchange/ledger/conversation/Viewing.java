package org.ehcexchange.ledger.conversation;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.disclosure.Circumstances;
import org.ehcexchange.disclosure.Cleared;
import org.ehcexchange.disclosure.Decision;
import org.ehcexchange.disclosure.Facts;
import org.ehcexchange.disclosure.Gate;
import org.ehcexchange.ledger.Rows;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.util.List;

/// A recorded message as its recipient may see it: the gate is asked again whenever it is read.
@Component
public class Viewing {

    private final Rows rows;
    private final Gate gate;
    private final Directory directory;
    private final InstantSource clock;

    Viewing(Rows rows, Gate gate, Directory directory, InstantSource clock) {
        this.rows = rows;
        this.gate = gate;
        this.directory = directory;
        this.clock = clock;
    }

    /// What may be shown, or why nothing may.
    public sealed interface View {
        record Shown(EhcMessage message) implements View {}

        /// @param why without personal data; never empty
        record Hidden(List<String> why) implements View {}
    }

    public EhcMessage whole(String canonical) {
        return rows.message(canonical);
    }

    /// @param to who reads it: whom it names, or who took over from them
    /// @param known what is on record of the child
    public View toReader(OrganisationCode to, String canonical, Facts known) {
        EhcMessage message = rows.message(canonical).to(to);
        OrganisationCode from = message.envelope().from();
        return directory
                .find(from)
                .flatMap(
                        sender ->
                                directory
                                        .find(to)
                                        .map(
                                                recipient ->
                                                        gate.decide(
                                                                message,
                                                                sender,
                                                                recipient,
                                                                new Circumstances(
                                                                        LondonDay.of(
                                                                                clock.instant()),
                                                                        known))))
                .map(Viewing::view)
                .orElseGet(
                        () -> new View.Hidden(List.of(from + " or " + to + " left the directory")));
    }

    private static View view(Decision decision) {
        return switch (decision) {
            case Cleared cleared -> new View.Shown(cleared.message());
            case Decision.Refused refused ->
                    new View.Hidden(refused.reasons().stream().map(r -> r.problem()).toList());
        };
    }
}
