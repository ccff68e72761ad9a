package org.ehcexchange.ledger;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.Violation;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What one arrival adds to the record, decided before anything is written.
///
/// @param standing what becomes of the message
/// @param state the conversation's once this is applied
/// @param revision the conversation's once this is applied
/// @param note why it is not plainly accepted; no personal data
/// @param reasons of a refusal
/// @param withheld what minimisation takes out on the way
record Entry(
        Arrival arrival,
        EhcMessage message,
        Standing standing,
        State state,
        int revision,
        @Nullable String note,
        List<Violation> reasons,
        List<String> withheld,
        Instant at) {

    Envelope envelope() {
        return message.envelope();
    }

    boolean isDelivered() {
        return standing == Standing.ACCEPTED || standing == Standing.FLAGGED;
    }
}
