package org.ehcexchange.notification;

import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.commissioner.CommissionerClocks;
import org.ehcexchange.timekeeping.ReminderDays;
import org.ehcexchange.timekeeping.ReminderDays.Due;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Reminds the old commissioner on the reminder days of a running clock: in the conversation, and
/// in the list of what waits; whoever tells people hears of it.
@Component
class ChangeReminders {

    private static final int BATCH = 200;

    private final ReminderDays days;
    private final ChangeRows rows;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    ChangeReminders(
            ReminderDays days,
            ChangeRows rows,
            Audit audit,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.days = days;
        this.rows = rows;
        this.audit = audit;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    void remind() {
        LocalDate today = LondonDay.of(clock.instant());
        for (String rule : List.of(CommissionerClocks.MOVE, CommissionerClocks.OTHER)) {
            days.due(rule, today, BATCH)
                    .forEach(due -> transaction.executeWithoutResult(_ -> remind(due, today)));
        }
    }

    private void remind(Due due, LocalDate today) {
        days.sent(due);
        rows.reminded(due.conversation(), due.number());
        audit.add(
                new Audit.Act(
                        "exchange",
                        "reminded",
                        null,
                        due.conversation(),
                        Map.of(
                                "number",
                                due.number(),
                                "reason",
                                "the new commissioner is to be told by %s (SEND Regulations 2014, reg. 16)"
                                        .formatted(due.dueOn()))));
        events.publishEvent(new ChangeReminded(due, today));
    }
}
