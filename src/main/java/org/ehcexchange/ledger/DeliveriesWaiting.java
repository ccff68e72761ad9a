package org.ehcexchange.ledger;

/// There may be something to deliver; whoever delivers need not wait for its next look.
public record DeliveriesWaiting() {}
