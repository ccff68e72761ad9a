package org.ehcexchange.ledger.transfer;

import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.conversation.Entry;
import org.ehcexchange.ledger.conversation.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What follows when a plan is declined or called back: the old authority holds it as before.
///
/// It may be sent elsewhere, and its time runs on as if it had never been received, because the
/// authority that the child moved to does not have it (SEND Regulations 2014, reg. 15(2)).
@Component
class LettingGo {

    /// What was called back before anybody there said to have it is no longer there to be fetched.
    private static final String LEAVE =
            """
            update delivery d set status = 'discarded', changed_at = :at from message m
            where d.message_seq = m.seq and d.conversation_id = :id and d.status = 'collect'
              and m.type = 'plan-transfer'
            """;

    private final JdbcClient database;
    private final TransferRows transfers;
    private final TransferClocks clocks;
    private final CasesMoved cases;
    private final HeldPlans held;

    LettingGo(
            JdbcClient database,
            TransferRows transfers,
            TransferClocks clocks,
            CasesMoved cases,
            HeldPlans held) {
        this.database = database;
        this.transfers = transfers;
        this.clocks = clocks;
        this.cases = cases;
        this.held = held;
    }

    /// Without effect while the plan is only asked back, and where it was let go before.
    void letGo(TransferRows.Open open, Entry entry) {
        if (!entry.state().isLetGo() || open.state().isLetGo()) {
            return;
        }
        transfers.over(open.id());
        if (open.state() == State.HELD) {
            held.takeBack(open);
            return;
        }
        if (entry.state() == State.RECALLED && open.state() == State.SENT) {
            database.sql(LEAVE)
                    .param("at", Rows.time(entry.at()))
                    .param("id", open.id().value())
                    .update();
        }
        clocks.letGo(open, LondonDay.of(entry.at()), cases.ofOld(open));
    }
}
