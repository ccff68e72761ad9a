package org.ehcexchange.ledger.transfer;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.conversation.State;
import org.ehcexchange.ledger.succession.Parties;
import org.ehcexchange.ledger.transfer.TransferMoves.Party;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/// Takes plans back before they leave.
@Component
class PlanMoveDesk implements PlanMoves {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final TransferRows transfers;
    private final TransferClocks clocks;
    private final HeldPlans held;
    private final Parties parties;
    private final Audit audit;
    private final InstantSource clock;
    private final TransferMoves moves = new TransferMoves();

    PlanMoveDesk(
            JdbcClient database,
            TransactionTemplate transaction,
            TransferRows transfers,
            TransferClocks clocks,
            HeldPlans held,
            Parties parties,
            Audit audit,
            InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.transfers = transfers;
        this.clocks = clocks;
        this.held = held;
        this.parties = parties;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Deciding withdraw(ConversationId conversation, Decision decision) {
        return Objects.requireNonNull(
                transaction.execute(
                        status ->
                                transfers
                                        .lock(conversation)
                                        .filter(t -> isOf(decision.by(), t.old()))
                                        .map(t -> withdraw(t, decision))
                                        .orElseGet(Deciding.NotFound::new)));
    }

    private boolean isOf(OrganisationCode caller, OrganisationCode recorded) {
        return parties.of(caller).contains(recorded.value());
    }

    private Deciding withdraw(TransferRows.Open open, Decision decision) {
        return switch (moves.of(
                open.side(), open.state().code(), TransferMoves.WITHDRAWAL, Party.OLD)) {
            case TransferMoves.Move.Illegal illegal -> new Deciding.NotPossible(illegal.why());
            case TransferMoves.Move.To to -> withdrawn(open, State.of(to.next()), decision);
        };
    }

    private Deciding withdrawn(TransferRows.Open open, State next, Decision decision) {
        Instant now = clock.instant();
        transfers.move(open.id(), next, now);
        transfers.over(open.id());
        held.takeBack(open);
        clocks.withdrawn(open, LondonDay.of(now));
        database.sql(
                        """
                        update delivery set status = 'discarded', changed_at = :now
                        where conversation_id = :id and status = 'held-for-the-day'
                        """)
                .param("now", Rows.time(now))
                .param("id", open.id().value())
                .update();
        audit.add(
                new Audit.Act(
                        decision.by().value(),
                        next.code(),
                        open.message(),
                        open.id(),
                        Audit.by(decision.person(), Map.of("reason", decision.reason()))));
        return new Deciding.Done(new Decided(open.id(), next.code(), now));
    }
}
