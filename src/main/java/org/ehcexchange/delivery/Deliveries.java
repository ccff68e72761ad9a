package org.ehcexchange.delivery;

import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The first and the last step of every way out: take what may go, record how it ended.
@Component("deliveries")
class Deliveries {

    static final String IN_HAND = "ExchangeConsignment";

    private final DeliveryRows rows;
    private final Closings closings;
    private final Consignments consignments;
    private final Results results;
    private final InstantSource clock;

    Deliveries(
            DeliveryRows rows,
            Closings closings,
            Consignments consignments,
            Results results,
            InstantSource clock) {
        this.rows = rows;
        this.closings = closings;
        this.consignments = consignments;
        this.results = results;
        this.clock = clock;
    }

    /// @param text a [Handover] as it came from the queue
    /// @return nothing when there is nothing to do: a stale copy, a paused partner, a recipient
    ///     that closed, a gate that refuses now
    public @Nullable Consignment take(@Body String text) {
        Handover handover = Handover.parse(text);
        Instant now = clock.instant();
        Optional<DeliveryRows.Loaded> taken = rows.take(handover, now);
        if (taken.isEmpty()) {
            rows.putBack(handover, now);
            return null;
        }
        if (closings.settled(taken.get(), now)) {
            return null;
        }
        return switch (consignments.make(taken.get())) {
            case Consignments.Making.Made made -> made.consignment();
            case Consignments.Making.Refused refused -> refuse(taken.get(), refused);
        };
    }

    private @Nullable Consignment refuse(
            DeliveryRows.Loaded taken, Consignments.Making.Refused refused) {
        results.refusedNow(taken, refused);
        return null;
    }

    public void record(@ExchangeProperty(IN_HAND) Consignment consignment, @Body Sending sending) {
        results.record(consignment, sending);
    }

    /// The exchange itself could not write or send it; a person must look.
    public void broke(
            @ExchangeProperty(IN_HAND) Consignment consignment,
            @ExchangeProperty("CamelExceptionCaught") Throwable fault) {
        results.record(
                consignment,
                new Sending.Failed(
                        "the exchange could not write it (%s); see its log for message %s"
                                .formatted(
                                        fault.getClass().getSimpleName(),
                                        consignment.messageId())));
    }
}
