package org.ehcexchange.ledger.transfer;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.DeliveriesWaiting;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.conversation.Recorder;
import org.ehcexchange.ledger.conversation.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Lets the plans go that were held for a day which has come; each goes once, however often and by
/// however many instances this is asked.
@Component
public class TransferDay {

    private static final int BATCH = 100;

    private static final String RECIPIENT =
            "select adviser from conversation where id = :conversation";

    private static final String GO =
            """
            update delivery set status = :status, not_before = :at, changed_at = :at
            where conversation_id = :conversation and status = 'held-for-the-day'
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final TransferRows transfers;
    private final Recorder recorder;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    TransferDay(
            JdbcClient database,
            TransactionTemplate transaction,
            TransferRows transfers,
            Recorder recorder,
            Audit audit,
            ApplicationEventPublisher events) {
        this.database = database;
        this.transaction = transaction;
        this.transfers = transfers;
        this.recorder = recorder;
        this.audit = audit;
        this.events = events;
    }

    /// @return how many left
    public int leave(Instant now) {
        int all = 0;
        int some;
        do {
            some = Objects.requireNonNull(transaction.execute(status -> leaveSome(now)));
            all += some;
        } while (some == BATCH);
        if (all > 0) {
            events.publishEvent(new DeliveriesWaiting());
        }
        return all;
    }

    private int leaveSome(Instant now) {
        List<ConversationId> due = transfers.dueToLeave(LondonDay.of(now), BATCH);
        due.forEach(conversation -> leave(conversation, now));
        return due.size();
    }

    private void leave(ConversationId conversation, Instant now) {
        transfers.move(conversation, State.SENT, now);
        String to =
                database.sql(RECIPIENT)
                        .param("conversation", conversation.value())
                        .query(String.class)
                        .single();
        database.sql(GO)
                .param("conversation", conversation.value())
                .param("status", recorder.statusFor(new OrganisationCode(to)))
                .param("at", Rows.time(now))
                .update();
        audit.add(
                new Audit.Act(
                        "exchange",
                        State.SENT.code(),
                        null,
                        conversation,
                        Map.of("reason", "the day has come for which the plan was held")));
    }
}
