package org.ehcexchange.agency.authority;

import jakarta.servlet.http.HttpServletRequest;

import org.ehcexchange.sealing.Jws;
import org.ehcexchange.sealing.PinnedKey;
import org.ehcexchange.sealing.Type;
import org.springframework.stereotype.Component;

import java.io.IOException;

/// The first look at a signed request: who signed it, and what was turned away.
@Component
class Arrivals {

    private final Signers signers;
    private final TurnedAway turnedAway;
    private final PartnerKeys keys;
    private final SealingSettings settings;

    Arrivals(Signers signers, TurnedAway turnedAway, PartnerKeys keys, SealingSettings settings) {
        this.signers = signers;
        this.turnedAway = turnedAway;
        this.keys = keys;
        this.settings = settings;
    }

    sealed interface Checked {
        record Signed(Jws jws, PinnedKey by) implements Checked {}

        record Refused(ExchangeProblem problem) implements Checked {}
    }

    Checked check(HttpServletRequest request, Type type) throws IOException {
        byte[] body = SealedBody.read(request, settings.maxMessage());
        return switch (signers.check(body, type)) {
            case Signers.Checked.Signed(var jws, var by) -> new Checked.Signed(jws, by);
            case Signers.Checked.Refused(var flaws) -> {
                turnedAway.note(flaws);
                yield new Checked.Refused(ExchangeProblem.of(flaws));
            }
        };
    }

    void keep(Jws jws, PinnedKey by) {
        keys.keep(jws.header().issuer(), by);
    }
}
