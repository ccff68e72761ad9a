package org.ehcexchange.ledger;

import org.ehcexchange.canonical.AdviceAcknowledged;
import org.ehcexchange.canonical.AdviceReturn;
import org.ehcexchange.canonical.Answer;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.clock.AdviceClock;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.clock.Working;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// The clock of each conversation: started by proof of delivery, met by an answer, moved by
/// nothing.
@Component
public class RunningClocks {

    private final JdbcClient database;
    private final AdviceClock clock;
    private final Rows rows;

    RunningClocks(JdbcClient database, AdviceClock clock, Rows rows) {
        this.database = database;
        this.clock = clock;
        this.rows = rows;
    }

    /// What the receipt of a request says, before anyone has received it.
    Receipt.Due expected(LocalDate today) {
        Working due = clock.due(today);
        return new Receipt.Due(
                due.rule(),
                due.provision(),
                due.dueOn(),
                "if the adviser receives the request today; the day of delivery decides");
    }

    /// The day an answer is due, if the request is received on this day.
    public LocalDate dueOn(LocalDate receivedOn) {
        return clock.dueOn(receivedOn);
    }

    /// Starts the clock on the day the adviser received the request; a second proof changes
    /// nothing.
    ///
    /// @return the day it is due
    public Optional<LocalDate> received(ConversationId conversation, Instant at) {
        LocalDate day = LondonDay.of(at);
        Working due = clock.due(day);
        return database.sql(
                        """
                        update conversation set received_on = coalesce(received_on, :receivedOn),
                          due_on = coalesce(due_on, :dueOn), rule = coalesce(rule, :rule),
                          provision = coalesce(provision, :provision),
                          first_reminder_on = coalesce(first_reminder_on, :first),
                          second_reminder_on = coalesce(second_reminder_on, :second)
                        where id = :id returning due_on
                        """)
                .param("receivedOn", day)
                .param("dueOn", due.dueOn())
                .param("rule", due.rule() + "@" + due.version())
                .param("provision", due.provision())
                .param("first", clock.firstReminderOn(day))
                .param("second", clock.secondReminderOn(day))
                .param("id", conversation.value())
                .query(LocalDate.class)
                .optional();
    }

    /// What an accepted reply does to the clock.
    void apply(ConversationRows.Open open, Entry entry) {
        switch (entry.message()) {
            case AdviceAcknowledged acknowledged -> received(open.id(), entry.at());
            case AdviceReturn advice -> answered(open, entry, advice.answer());
            default -> {
                // Reminders and withdrawals leave the dates alone.
            }
        }
    }

    private void answered(ConversationRows.Open open, Entry entry, Answer answer) {
        received(open.id(), entry.at());
        if (answer instanceof Answer.Late late) {
            excuse(open.id(), late);
        } else {
            met(open.id(), LondonDay.of(entry.at()));
        }
    }

    private void excuse(ConversationId id, Answer.Late late) {
        database.sql(
                        """
                        update conversation set exception = cast(:exception as jsonb), expected_by = :expectedBy
                        where id = :id
                        """)
                .param("exception", rows.json(late.exception()))
                .param("expectedBy", late.expectedBy())
                .param("id", id.value())
                .update();
    }

    private void met(ConversationId id, LocalDate day) {
        database.sql("update conversation set met_on = :day where id = :id and met_on is null")
                .param("day", day)
                .param("id", id.value())
                .update();
    }
}
