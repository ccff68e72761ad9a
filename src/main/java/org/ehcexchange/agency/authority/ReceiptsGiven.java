package org.ehcexchange.agency.authority;

import org.ehcexchange.access.RealTime;
import org.ehcexchange.access.SealingKeys;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.reading.Originals;
import org.ehcexchange.ledger.transfer.PlansInHand;
import org.ehcexchange.sealing.Jws;
import org.ehcexchange.sealing.SealedMessage;
import org.ehcexchange.sealing.SealedReceipt;
import org.ehcexchange.sealing.Type;
import org.springframework.stereotype.Component;

import java.util.Optional;

/// Signs for what was accepted, from the record alone and once: the same message has the same
/// receipt, also when the exchange was killed between accepting and signing. A plan that is in hand
/// is said to be so before its receipt is signed.
@Component
class ReceiptsGiven {

    /// What the ledger calls the door through which sealed messages come.
    static final String DOOR = "sealed";

    private final Originals originals;
    private final SealRows rows;
    private final SealingKeys keys;
    private final PlansInHand inHand;
    private final RealTime time;

    ReceiptsGiven(
            Originals originals,
            SealRows rows,
            SealingKeys keys,
            PlansInHand inHand,
            RealTime time) {
        this.originals = originals;
        this.rows = rows;
        this.keys = keys;
        this.inHand = inHand;
        this.time = time;
    }

    /// The exact bytes; empty when no such message was accepted from another exchange.
    Optional<byte[]> of(OrganisationCode sender, MessageId id) {
        Optional<byte[]> before = rows.receipt(sender, id);
        return before.isPresent() ? before : originals.find(DOOR, sender, id).flatMap(this::sign);
    }

    private Optional<byte[]> sign(Originals.Original original) {
        SealedMessage sealed = open(original);
        inHand.say(original.conversationId());
        SealedReceipt.Content content = SealedReceipt.Content.of(sealed, original.acceptedAt());
        rows.addReceipt(SealedReceipt.sign(content, keys.signing(), time.instant()), sealed);
        return rows.receipt(original.sender(), original.messageId());
    }

    private static SealedMessage open(Originals.Original original) {
        if (Jws.read(original.bytes(), Type.MESSAGE) instanceof Jws.Reading.Read(var jws)
                && SealedMessage.open(jws) instanceof SealedMessage.Opening.Opened(var sealed)) {
            return sealed;
        }
        throw new IllegalStateException(
                "Message %s was accepted and does not open any more; restore the record"
                        .formatted(original.messageId()));
    }
}
