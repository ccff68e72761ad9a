package org.ehcexchange.console;

import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.clock.Rules;
import org.ehcexchange.clock.Working;
import org.ehcexchange.ledger.reading.Conversations.Summary;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// Says of a plan that nobody has accepted yet by when its family must hear of the transfer: six
/// weeks from the receipt, whenever a person accepts (SEND Regulations 2014, reg. 15(4)).
@Component
class PlanAlarms {

    private static final String RULE = "tell-family";

    private final Rules rules;
    private final Names names;

    PlanAlarms(Rules rules, Names names) {
        this.rules = rules;
        this.names = names;
    }

    /// @param words such as "family to be told by 3 Feb 2027, 5 days left"
    /// @param soon whether somebody should look at it now
    record Alarm(String words, boolean soon, boolean overdue) {}

    /// Empty where no day can be worked out.
    Optional<Alarm> of(Summary plan) {
        return rules.work(RULE, Map.of("transferredOn", since(plan))) instanceof Working working
                ? Optional.of(alarm(working))
                : Optional.empty();
    }

    /// The day of the receipt; of a plan that is not yet said to be here, the day it came.
    private static LocalDate since(Summary plan) {
        return LondonDay.of(plan.state().equals("received") ? plan.changedAt() : plan.openedAt());
    }

    private Alarm alarm(Working working) {
        LocalDate today = names.today();
        return new Alarm(
                "family to be told by %s, %s"
                        .formatted(
                                Words.day(working.dueOn()),
                                Words.left(working.dueOn(), today, null)),
                !today.isBefore(working.dueSoonOn()),
                today.isAfter(working.dueOn()));
    }
}
