package org.ehcexchange.clock;

import org.ehcexchange.canonical.Violation;

import java.util.stream.Collectors;

/// A date was asked for that the rules cannot work out, by a caller with no use for the reasons.
public final class NoRuleInForce extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoRuleInForce(Unworkable unworkable) {
        super(
                unworkable.reasons().stream()
                        .map(NoRuleInForce::sentence)
                        .collect(Collectors.joining(" ")));
    }

    private static String sentence(Violation reason) {
        return reason.problem() + " " + reason.remedy();
    }
}
