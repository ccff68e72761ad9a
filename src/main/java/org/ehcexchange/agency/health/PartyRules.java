package org.ehcexchange.agency.health;

import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.ledger.Arrival.Fault;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.MessageDestinationComponent;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who sends, and to whom; both are looked up in the directory by ODS code, never by name.
final class PartyRules {

    private final Directory directory;

    PartyRules(Directory directory) {
        this.directory = directory;
    }

    List<EdgeRule> all() {
        return List.of(
                this::senderIsTheCaller, this::destinationIsServed, this::adviserOwnsTheTask);
    }

    Optional<Organisation> sender(Received received) {
        return received.header()
                .flatMap(header -> organisation(received, header.resource().getSender()));
    }

    Optional<Organisation> destination(Received received) {
        return received.header()
                .map(header -> header.resource().getDestination())
                .filter(destinations -> destinations.size() == 1)
                .map(List::getFirst)
                .map(MessageDestinationComponent::getReceiver)
                .flatMap(receiver -> organisation(received, receiver));
    }

    /// The code of each Organization of the message that the directory knows, by its fullUrl.
    Map<String, String> known(Received received) {
        Map<String, String> known = new HashMap<>();
        for (Located<Organization> each : received.all(Organization.class)) {
            organisation(received, new Reference(each.fullUrl()))
                    .ifPresent(found -> known.put(each.fullUrl(), found.code().value()));
        }
        return known;
    }

    private Optional<Organisation> organisation(Received received, Reference reference) {
        return received.odsCode(reference).flatMap(directory::findByOdsCode);
    }

    private void senderIsTheCaller(Received received, Findings findings) {
        boolean caller =
                sender(received)
                        .filter(found -> found.code().equals(received.arrival().sender()))
                        .isPresent();
        if (!caller) {
            findings.add(
                    Fault.FORBIDDEN,
                    path(received, "sender"),
                    "The sender is not the organisation whose credentials were used.",
                    "Refer to an Organization with your own ODS code (system "
                            + Names.ODS_CODE
                            + "), or call with that organisation's credentials.");
        }
    }

    private void destinationIsServed(Received received, Findings findings) {
        if (destination(received).isEmpty()) {
            findings.add(
                    path(received, "destination"),
                    "The message is not for exactly one body that this exchange serves.",
                    "Send one destination whose receiver is an Organization with an ODS code of"
                            + " the directory; ask the exchange's operator for the code.");
        }
    }

    /// Whoever is asked owns the Task.
    private void adviserOwnsTheTask(Received received, Findings findings) {
        boolean response = MessageKind.Told.of(received).isAnswer();
        Optional<Organisation> adviser = response ? sender(received) : destination(received);
        received.task()
                .filter(task -> adviser.isPresent())
                .filter(task -> !organisation(received, task.resource().getOwner()).equals(adviser))
                .ifPresent(
                        task ->
                                findings.add(
                                        task.at("owner"),
                                        "The Task is not owned by the body that is asked.",
                                        "Refer to the Organization that is to give the advice, or"
                                                + " that is told."));
    }

    private static String path(Received received, String below) {
        return received.header()
                .map((Located<MessageHeader> header) -> header.at(below))
                .orElse("Bundle.entry[0].resource");
    }
}
