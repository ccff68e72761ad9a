package org.ehcexchange.ledger.transfer;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.ledger.transfer.TransferMoves.Side;
import org.springframework.stereotype.Component;

/// Whose record of a transfer this exchange keeps: that of each authority that another exchange
/// does not serve.
@Component
class TransferSides {

    private final Directory directory;

    TransferSides(Directory directory) {
        this.directory = directory;
    }

    Side of(OrganisationCode old, OrganisationCode successor) {
        if (directory.isElsewhere(successor)) {
            return Side.OLD;
        }
        return directory.isElsewhere(old) ? Side.NEW : Side.BOTH;
    }
}
