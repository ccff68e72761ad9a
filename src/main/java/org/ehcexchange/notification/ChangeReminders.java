package org.ehcexchange.notification;

import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.CommissionerClocks;
import org.ehcexchange.timekeeping.ReminderDays;
import org.ehcexchange.timekeeping.ReminderDays.Due;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Reminds the old commissioner on the reminder days of a running clock: in the conversation, and
/// in the list of what waits.
@Component
class ChangeReminders {

    private static final int BATCH = 200;

    private final ReminderDays days;
    private final ChangeRows rows;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    ChangeReminders(
            ReminderDays days,
            ChangeRows rows,
            Audit audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.days = days;
        this.rows = rows;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    void remind() {
        for (String rule : List.of(CommissionerClocks.MOVE, CommissionerClocks.OTHER)) {
            days.due(rule, LondonDay.of(clock.instant()), BATCH)
                    .forEach(due -> transaction.executeWithoutResult(_ -> remind(due)));
        }
    }

    private void remind(Due due) {
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
    }
}
