package org.ehcexchange.clock;

import java.time.LocalDate;
import java.util.Map;

/// The time limit of one request for advice, from the day the body received it.
public final class AdviceClock {

    /// The rule it goes by.
    public static final String RULE = "advice-return";

    private static final String EVENT = "receivedOn";

    private final Rules rules;

    /// @throws IllegalArgumentException when the rules hold none for advice, or one without two
    ///     reminders
    public AdviceClock(Rules rules) {
        this.rules = rules;
        boolean missing = rules.versionsOf(RULE).isEmpty();
        if (missing || rules.versionsOf(RULE).stream().anyMatch(r -> r.reminders().size() < 2)) {
            throw new IllegalArgumentException(
                    "no file of exchange.clock.rules holds the rule "
                            + RULE
                            + " with two reminders: add one");
        }
    }

    /// The due day with its provision and working.
    ///
    /// @throws NoRuleInForce for a day before the regulations were in force
    public Working due(LocalDate receivedOn) {
        return switch (work(receivedOn)) {
            case Working working -> working;
            case Unworkable unworkable -> throw new NoRuleInForce(unworkable);
        };
    }

    /// The same, for a caller with a use for the reasons why there is none.
    public Work work(LocalDate receivedOn) {
        return rules.work(RULE, Map.of(EVENT, receivedOn));
    }
}
