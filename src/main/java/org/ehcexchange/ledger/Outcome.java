package org.ehcexchange.ledger;

import org.ehcexchange.canonical.Violation;

import java.util.List;

/// What became of an arrival; made only after its transaction committed.
public sealed interface Outcome {

    /// Recorded now.
    record Accepted(Receipt receipt) implements Outcome {}

    /// The same message with the same content was recorded before; the receipt is the one of then.
    record AlreadyAccepted(Receipt receipt) implements Outcome {}

    /// Not accepted, with every reason; never empty.
    record NotAccepted(Arrival.Fault fault, List<Violation> violations) implements Outcome {}
}
