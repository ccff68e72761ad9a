package org.ehcexchange.clock;

import java.time.LocalDate;

/// No version of a rule covers a day, so no date is worked: the exchange does not guess.
public final class NoRuleInForce extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoRuleInForce(String id, LocalDate day) {
        super(
                "No version of the rule %s is in force on %s: correct the day, or add a version to"
                                .formatted(id, day)
                        + " the rules folder");
    }
}
