package org.ehcexchange.ledger.transfer;

import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.disclosure.Facts;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.conversation.Viewing;
import org.ehcexchange.ledger.conversation.Viewing.View;
import org.ehcexchange.ledger.transfer.TransferMoves.Side;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;

/// The exact bytes of a plan as its recipient may have it: canonical JSON, in the published order
/// of fields, without spaces.
@Component
class PlanBytes {

    private final Rows rows;
    private final Viewing viewing;
    private final TransferSides sides;

    PlanBytes(Rows rows, Viewing viewing, TransferSides sides) {
        this.rows = rows;
        this.viewing = viewing;
        this.sides = sides;
    }

    /// The hash of what the recipient gets; of a message that nobody may have, of the message;
    /// of one that came from another exchange, of what came.
    ///
    /// @param protectedChild whether the child is on record as protected
    String sha256(PlanTransfer transfer, boolean protectedChild) {
        String whole = rows.canonical(transfer);
        return Rows.sha256(
                (isFromElsewhere(transfer) ? whole : cleared(transfer, whole, protectedChild))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private boolean isFromElsewhere(PlanTransfer transfer) {
        var envelope = transfer.envelope();
        return sides.of(envelope.from(), envelope.to()) == Side.NEW;
    }

    private String cleared(PlanTransfer transfer, String whole, boolean protectedChild) {
        return switch (viewing.toReader(
                transfer.envelope().to(), whole, Facts.of(protectedChild))) {
            case View.Shown(var message) -> rows.canonical(message);
            case View.Hidden hidden -> whole;
        };
    }
}
