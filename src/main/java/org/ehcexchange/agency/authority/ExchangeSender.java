package org.ehcexchange.agency.authority;

import org.ehcexchange.access.SealingKeys;
import org.ehcexchange.delivery.Consignment;
import org.ehcexchange.delivery.Sender;
import org.ehcexchange.delivery.Sending;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.sealing.SealedMessage;
import org.springframework.stereotype.Component;

import java.util.Optional;

/// Sends a sealed message to another exchange: documents first, then the message, and nothing is
/// delivered before its signed receipt is here and right.
@Component("exchangeSender")
class ExchangeSender implements Sender {

    private final Seals seals;
    private final PartsPush parts;
    private final ExchangeCalls calls;
    private final ReceiptsTaken receipts;
    private final SealingKeys keys;

    ExchangeSender(
            Seals seals,
            PartsPush parts,
            ExchangeCalls calls,
            ReceiptsTaken receipts,
            SealingKeys keys) {
        this.seals = seals;
        this.parts = parts;
        this.calls = calls;
        this.receipts = receipts;
        this.keys = keys;
    }

    @Override
    public Sending send(Consignment consignment) {
        if (!(consignment.recipient().channel() instanceof Channel.Exchange exchange)) {
            return new Sending.Failed(
                    "%s is no longer reached by exchange; replay the delivery to use its new channel"
                            .formatted(consignment.recipient().code()));
        }
        if (!consignment.sender().code().equals(keys.owner())) {
            return new Sending.Failed(
                    "only %s, which runs this exchange, can send to another exchange; %s cannot"
                            .formatted(keys.owner(), consignment.sender().code()));
        }
        Peer peer = new Peer(consignment.recipient().code(), exchange.endpoint());
        SealedMessage sealed = seals.seal(consignment.cleared().message());
        Optional<Sending> stopped = parts.push(peer, sealed);
        return stopped.orElseGet(() -> pass(peer, sealed));
    }

    private Sending pass(Peer peer, SealedMessage sealed) {
        return switch (calls.send(peer, sealed)) {
            case ExchangeCalls.Answered.Receipt(var bytes) -> receipts.take(peer, sealed, bytes);
            case ExchangeCalls.Answered.No(var sending) -> sending;
        };
    }
}
