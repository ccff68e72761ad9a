package org.ehcexchange.ledger;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;

/// Writes an entry with its receipt, audit and delivery.
@Component
class Recorder {

    static final String READY = "ready";
    static final String COLLECT = "collect";

    private final MessageRows messages;
    private final Directory directory;
    private final AdviceClocks clocks;

    Recorder(MessageRows messages, Directory directory, AdviceClocks clocks) {
        this.messages = messages;
        this.directory = directory;
        this.clocks = clocks;
    }

    Outcome record(Entry entry) {
        String delivery = entry.isDelivered() ? firstStatus(entry) : null;
        Receipt receipt = receipt(entry, delivery);
        messages.add(entry, receipt, delivery);
        return entry.standing() == Standing.REFUSED
                ? new Outcome.NotAccepted(Arrival.Fault.REFUSED, entry.reasons())
                : new Outcome.Accepted(receipt);
    }

    String firstStatus(Entry entry) {
        Channel channel =
                directory.find(entry.envelope().to()).map(Organisation::channel).orElse(null);
        return channel instanceof Channel.CanonicalPull || channel instanceof Channel.FhirPoll
                ? COLLECT
                : READY;
    }

    private Receipt receipt(Entry entry, @Nullable String delivery) {
        return new Receipt(
                entry.envelope().messageId(),
                entry.envelope().conversationId(),
                entry.at(),
                Rows.sha256(entry.arrival().body()),
                entry.standing().code(),
                entry.note(),
                due(entry),
                List.of(
                        new Receipt.Delivery(
                                entry.envelope().to(),
                                delivery == null ? entry.standing().code() : delivery)));
    }

    private List<Receipt.Due> due(Entry entry) {
        return entry.message() instanceof AdviceRequest && entry.isDelivered()
                ? List.of(clocks.expected(LondonDay.of(entry.at())))
                : List.of();
    }
}
