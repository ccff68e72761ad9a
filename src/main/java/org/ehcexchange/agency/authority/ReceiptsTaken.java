package org.ehcexchange.agency.authority;

import org.ehcexchange.delivery.Sending;
import org.ehcexchange.sealing.Flaw;
import org.ehcexchange.sealing.Flaw.Fault;
import org.ehcexchange.sealing.Jws;
import org.ehcexchange.sealing.PinnedKey;
import org.ehcexchange.sealing.SealedMessage;
import org.ehcexchange.sealing.SealedReceipt;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Takes a receipt for what was sent, when it is one: signed by whom it was sent to, for one of the
/// sealings of this very message.
@Component
class ReceiptsTaken {

    private final Signers signers;
    private final SealRows rows;
    private final PartnerKeys keys;

    ReceiptsTaken(Signers signers, SealRows rows, PartnerKeys keys) {
        this.signers = signers;
        this.rows = rows;
        this.keys = keys;
    }

    /// Sent, once the receipt is kept; failed, with what is wrong with it and nothing changed.
    Sending take(Peer peer, SealedMessage sealed, byte[] bytes) {
        return switch (signers.checkReceipt(bytes)) {
            case Signers.Checked.Refused(var flaws) -> wrong(peer, flaws);
            case Signers.Checked.Signed(var jws, var by) ->
                    jws.header().issuer().equals(peer.code())
                            ? take(peer, sealed, jws, by)
                            : wrong(peer, List.of(foreign(jws)));
        };
    }

    private Sending take(Peer peer, SealedMessage sealed, Jws jws, PinnedKey by) {
        return switch (SealedReceipt.open(jws)) {
            case SealedReceipt.Opening.Flawed(var flaws) -> wrong(peer, flaws);
            case SealedReceipt.Opening.Opened(var receipt) -> take(peer, sealed, receipt, by);
        };
    }

    private Sending take(Peer peer, SealedMessage sealed, SealedReceipt receipt, PinnedKey by) {
        SealedMessage receipted = sealedFor(receipt, sealed);
        List<Flaw> flaws = receipt.differences(receipted);
        if (!flaws.isEmpty()) {
            return wrong(peer, flaws);
        }
        keys.keep(peer.code(), by);
        rows.addReceipt(receipt, receipted);
        return new Sending.Sent(proof(receipt), null);
    }

    /// A message sealed anew after a change of keys may have been received as it was before.
    private SealedMessage sealedFor(SealedReceipt receipt, SealedMessage sealed) {
        var envelope = sealed.message().envelope();
        Optional<SealedMessage> named =
                rows.sealed(envelope.from(), envelope.messageId()).stream()
                        .filter(each -> each.jws().sha256().equals(receipt.says().sealedSha256()))
                        .findFirst();
        return named.orElse(sealed);
    }

    private static Flaw foreign(Jws jws) {
        return Flaw.of(
                Fault.RECEIPT,
                "/header/iss",
                "The receipt is signed by %s.".formatted(jws.header().issuer()),
                "Whom the message is for signs its receipt.");
    }

    private static String proof(SealedReceipt receipt) {
        return "receipt %s, received %s"
                .formatted(receipt.jws().sha256().substring(0, 16), receipt.says().receivedAt());
    }

    private static String word(Flaw flaw) {
        String pointer = flaw.violation().pointer();
        return pointer.isEmpty() ? flaw.fault().code() : flaw.fault().code() + " at " + pointer;
    }

    private static Sending wrong(Peer peer, List<Flaw> flaws) {
        String words =
                flaws.stream()
                        .map(ReceiptsTaken::word)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return new Sending.Failed(
                "%s answered without a receipt that holds (%s); nothing counts as delivered"
                        .formatted(peer.code(), words));
    }
}
