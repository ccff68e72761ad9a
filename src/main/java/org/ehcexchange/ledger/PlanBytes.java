package org.ehcexchange.ledger;

import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.disclosure.Facts;
import org.ehcexchange.ledger.Viewing.View;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;

/// The exact bytes of a plan as its recipient may have it: canonical JSON, in the published order
/// of fields, without spaces.
@Component
class PlanBytes {

    private final Rows rows;
    private final Viewing viewing;

    PlanBytes(Rows rows, Viewing viewing) {
        this.rows = rows;
        this.viewing = viewing;
    }

    /// The hash of what the recipient gets; of a message that nobody may have, of the message.
    ///
    /// @param protectedChild whether the child is on record as protected
    String sha256(PlanTransfer transfer, boolean protectedChild) {
        String whole = rows.canonical(transfer);
        String cleared =
                switch (viewing.toReader(
                        transfer.envelope().to(), whole, Facts.of(protectedChild))) {
                    case View.Shown(var message) -> rows.canonical(message);
                    case View.Hidden hidden -> whole;
                };
        return Rows.sha256(cleared.getBytes(StandardCharsets.UTF_8));
    }
}
