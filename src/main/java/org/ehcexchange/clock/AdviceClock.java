package org.ehcexchange.clock;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// The time limit of one request for advice, from the day the body received it.
public final class AdviceClock {

    private static final String RULE = "advice-return";

    private final Rules rules;
    private final ClockSettings settings;

    /// @throws IllegalArgumentException when the rules hold none for advice, or a reminder would
    /// come on or after the day advice is
    /// due
    public AdviceClock(Rules rules, ClockSettings settings) {
        this.rules = rules;
        this.settings = settings;
        List<Rule> versions = rules.versionsOf(RULE);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException(
                    "no file of exchange.clock.rules holds the rule " + RULE + ": add one");
        }
        versions.forEach(this::checkReminders);
    }

    private void checkReminders(Rule rule) {
        if (!secondReminderOn(rule.inForceFrom()).isBefore(rule.dueOn(rule.inForceFrom()))) {
            throw new IllegalArgumentException(
                    "exchange.clock.second-reminder must come before the advice is due: choose less"
                            + " than "
                            + rule.days()
                            + " days ("
                            + rule.provision()
                            + ")");
        }
    }

    public LocalDate dueOn(LocalDate receivedOn) {
        return due(receivedOn).dueOn();
    }

    /// The due day with its provision and working.
    ///
    /// @throws NoRuleInForce for a day before the regulations were in force
    public Due due(LocalDate receivedOn) {
        return rules.inForce(RULE, receivedOn).due(receivedOn);
    }

    public LocalDate firstReminderOn(LocalDate receivedOn) {
        return receivedOn.plus(settings.firstReminder());
    }

    public LocalDate secondReminderOn(LocalDate receivedOn) {
        return receivedOn.plus(settings.secondReminder());
    }

    /// @param receivedOn absent while nothing shows that the body received the request
    /// @param metOn the day the answer came; a notice that advice will be late is no answer
    public ClockState state(
            LocalDate today, @Nullable LocalDate receivedOn, @Nullable LocalDate metOn) {
        if (receivedOn == null) {
            return metOn == null ? ClockState.NOT_STARTED : ClockState.MET;
        }
        if (metOn != null) {
            return metOn.isAfter(dueOn(receivedOn)) ? ClockState.MET_LATE : ClockState.MET;
        }
        return open(today, receivedOn);
    }

    private ClockState open(LocalDate today, LocalDate receivedOn) {
        if (today.isAfter(dueOn(receivedOn))) {
            return ClockState.OVERDUE;
        }
        return today.isBefore(secondReminderOn(receivedOn))
                ? ClockState.RUNNING
                : ClockState.DUE_SOON;
    }
}
