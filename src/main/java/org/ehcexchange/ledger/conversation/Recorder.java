package org.ehcexchange.ledger.conversation;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Receipt;
import org.ehcexchange.ledger.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

/// Writes an entry with its receipt, audit and delivery.
@Component
public class Recorder {

    static final String READY = "ready";
    static final String COLLECT = "collect";

    private final MessageRows messages;
    private final Directory directory;
    private final List<DueOnReceipt> clocks;

    Recorder(MessageRows messages, Directory directory, List<DueOnReceipt> clocks) {
        this.messages = messages;
        this.directory = directory;
        this.clocks = List.copyOf(clocks);
    }

    public Outcome record(Entry entry) {
        return record(entry, entry.isDelivered() ? firstStatus(entry) : null);
    }

    /// Without delivering it: it is about what whom it is for has never been shown.
    public Outcome keep(Entry entry) {
        return record(entry, null);
    }

    private Outcome record(Entry entry, @Nullable String delivery) {
        Receipt receipt = receipt(entry, delivery);
        messages.add(entry, receipt, delivery);
        return entry.standing() == Standing.REFUSED
                ? new Outcome.NotAccepted(Arrival.Fault.REFUSED, entry.reasons())
                : new Outcome.Accepted(receipt);
    }

    public String firstStatus(Entry entry) {
        return entry.state() == State.HELD_FOR_THE_DAY
                ? State.HELD_FOR_THE_DAY.code()
                : statusFor(entry.envelope().to());
    }

    /// How a delivery to this organisation begins.
    public String statusFor(OrganisationCode recipient) {
        Channel channel = directory.find(recipient).map(Organisation::channel).orElse(null);
        return channel != null && channel.isCollected() ? COLLECT : READY;
    }

    private Receipt receipt(Entry entry, @Nullable String delivery) {
        return new Receipt(
                entry.envelope().messageId(),
                entry.envelope().conversationId(),
                entry.at(),
                Rows.sha256(entry.arrival().body()),
                entry.standing().code(),
                entry.note(),
                entry.remarks().isEmpty() ? null : entry.remarks(),
                due(entry),
                List.of(
                        new Receipt.Delivery(
                                entry.envelope().to(),
                                delivery == null ? entry.standing().code() : delivery)));
    }

    private List<Receipt.Due> due(Entry entry) {
        if (!entry.isDelivered()) {
            return List.of();
        }
        LocalDate today = LondonDay.of(entry.at());
        return clocks.stream()
                .flatMap(each -> each.expected(entry.message(), today).stream())
                .toList();
    }
}
