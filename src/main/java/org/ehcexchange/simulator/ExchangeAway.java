package org.ehcexchange.simulator;

import java.io.Serial;

/// The exchange cannot be reached, or cannot take anything now; try again later.
class ExchangeAway extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    ExchangeAway(String message) {
        super(message);
    }
}
