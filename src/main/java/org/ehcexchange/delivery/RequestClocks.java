package org.ehcexchange.delivery;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceWithdrawn;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.ledger.advice.AdviceClocks;
import org.springframework.stereotype.Component;

import java.time.Instant;

/// What the end of a delivery does to the clock of a request.
@Component
class RequestClocks {

    private final AdviceClocks clocks;

    RequestClocks(AdviceClocks clocks) {
        this.clocks = clocks;
    }

    /// The day of delivery starts a request's clock, which stops at once where the request was
    /// taken back meanwhile, whatever becomes of the withdrawal's own delivery.
    void sent(Consignment consignment, boolean withdrawn, Instant now) {
        if (message(consignment) instanceof AdviceRequest request) {
            AdviceClocks.Asked asked = AdviceClocks.Asked.of(request);
            clocks.received(asked, now);
            if (withdrawn) {
                clocks.withdrawn(asked, now);
            }
        }
        ended(consignment, now);
    }

    /// A withdrawal stops a clock that started beside its acceptance, delivered or not.
    void ended(Consignment consignment, Instant now) {
        AdviceRequest request = consignment.request();
        if (message(consignment) instanceof AdviceWithdrawn && request != null) {
            clocks.withdrawn(AdviceClocks.Asked.of(request), now);
        }
    }

    private static EhcMessage message(Consignment consignment) {
        return consignment.cleared().message();
    }
}
