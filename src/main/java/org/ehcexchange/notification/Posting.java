package org.ehcexchange.notification;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// Gives a message that the exchange made to the one way in, as if its sender had sent it.
@Component
class Posting {

    private final Acceptance acceptance;
    private final Rows rows;

    Posting(Acceptance acceptance, Rows rows) {
        this.acceptance = acceptance;
        this.rows = rows;
    }

    /// The same message again changes nothing, also where a look that was cut short made it with
    /// another time.
    ///
    /// @return why it was not accepted; empty when it was, now or before
    List<Violation> post(EhcMessage message, Instant at) {
        byte[] body = rows.canonical(message).getBytes(StandardCharsets.UTF_8);
        Arrival arrival =
                new Arrival(message.envelope().from(), "exchange", "application/json", body, at);
        return switch (acceptance.accept(arrival.read(message))) {
            case Outcome.Accepted accepted -> List.of();
            case Outcome.AlreadyAccepted already -> List.of();
            case Outcome.NotAccepted not when not.fault() == Arrival.Fault.CONFLICT -> List.of();
            case Outcome.NotAccepted not -> not.violations();
        };
    }
}
