package org.ehcexchange.ledger;

/// The one way in: everything about an arrival is committed together, or nothing is.
public interface Acceptance {

    Outcome accept(Arrival.Result result);
}
