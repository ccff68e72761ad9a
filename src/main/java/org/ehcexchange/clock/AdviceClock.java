package org.ehcexchange.clock;

import org.jspecify.annotations.Nullable;

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

    public LocalDate dueOn(LocalDate receivedOn) {
        return due(receivedOn).dueOn();
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

    public LocalDate firstReminderOn(LocalDate receivedOn) {
        return due(receivedOn).reminders().getFirst();
    }

    public LocalDate secondReminderOn(LocalDate receivedOn) {
        return due(receivedOn).reminders().get(1);
    }

    /// @param receivedOn absent while nothing shows that the body received the request
    /// @param metOn the day the answer came; a notice that advice will be late is no answer
    public ClockState state(
            LocalDate today, @Nullable LocalDate receivedOn, @Nullable LocalDate metOn) {
        Term term = receivedOn == null ? null : due(receivedOn).term();
        return new Course(term, metOn, null, null).on(today);
    }
}
