package org.ehcexchange.agency.authority;

import org.ehcexchange.access.RealTime;
import org.ehcexchange.access.SealingKeys;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.sealing.Keys;
import org.ehcexchange.sealing.SealedMessage;
import org.springframework.stereotype.Component;

import java.util.Optional;

/// Seals what leaves, once: every attempt sends the same bytes, as long as the message says the
/// same and the key still signs.
@Component
class Seals {

    private final SealRows rows;
    private final SealingKeys keys;
    private final Rows ledger;
    private final RealTime time;

    Seals(SealRows rows, SealingKeys keys, Rows ledger, RealTime time) {
        this.rows = rows;
        this.keys = keys;
        this.ledger = ledger;
        this.time = time;
    }

    SealedMessage seal(EhcMessage message) {
        String canonical = ledger.canonical(message);
        var key = keys.signing();
        return before(message)
                .filter(before -> before.canonical().equals(canonical))
                .filter(before -> before.jws().header().keyId().equals(Keys.thumbprint(key)))
                .orElseGet(() -> kept(SealedMessage.seal(message, canonical, key, time.instant())));
    }

    private Optional<SealedMessage> before(EhcMessage message) {
        return rows.sealed(message.envelope().from(), message.envelope().messageId()).stream()
                .findFirst();
    }

    private SealedMessage kept(SealedMessage sealed) {
        rows.addSealed(sealed);
        return sealed;
    }
}
