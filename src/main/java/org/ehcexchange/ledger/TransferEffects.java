package org.ehcexchange.ledger;

import org.ehcexchange.canonical.PlanAccepted;
import org.ehcexchange.canonical.PlanReceived;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.TransferMoves.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/// What an accepted step of a transfer does beside changing its state.
///
/// The plan is transferred on the day on which the new authority's exchange first had it whole;
/// that day counts once a person there has accepted it.
@Component
class TransferEffects {

    private final JdbcClient database;
    private final TransferRows transfers;
    private final SentPlans plans;
    private final TransferClocks clocks;
    private final PlanBytes bytes;
    private final Audit audit;

    TransferEffects(
            JdbcClient database,
            TransferRows transfers,
            SentPlans plans,
            TransferClocks clocks,
            PlanBytes bytes,
            Audit audit) {
        this.database = database;
        this.transfers = transfers;
        this.plans = plans;
        this.clocks = clocks;
        this.bytes = bytes;
        this.audit = audit;
    }

    void apply(TransferRows.Open open, Entry entry) {
        switch (entry.message()) {
            case PlanTransfer transfer ->
                    plans.sentAnew(transfer, bytes.sha256(transfer, open.isProtected()));
            case PlanReceived received -> received(open, received.envelope().sentOn(), entry);
            case PlanAccepted accepted -> accepted(open, accepted, entry);
            default -> {
                // A question changes the state alone.
            }
        }
    }

    /// Both sides count from the day the receipt gives, not from the day it arrives; a receipt from
    /// the future counts today.
    private void received(TransferRows.Open open, LocalDate given, Entry entry) {
        LocalDate on = earlier(given, LondonDay.of(entry.at()));
        transfers.received(open.id(), on);
        clocks.received(open, on);
    }

    private void accepted(TransferRows.Open open, PlanAccepted accepted, Entry entry) {
        LocalDate today = LondonDay.of(entry.at());
        LocalDate on = Objects.requireNonNullElse(open.receivedOn(), accepted.acceptedOn());
        transfers.accepted(open, accepted.acceptedOn(), on);
        clocks.received(open, on);
        clocks.transferred(open, on, today);
        if (open.side() != Side.NEW) {
            closeCases(open);
        }
    }

    /// What the old authority has of the child becomes history.
    private void closeCases(TransferRows.Open open) {
        ChildMatch.Known child = Objects.requireNonNull(open.child());
        database.sql(
                        """
                        update case_file set state = 'closed'
                        where authority = :old and child_id = :child and state = 'open'
                        returning case_reference
                        """)
                .param("old", open.old().value())
                .param("child", child.id())
                .query(String.class)
                .list()
                .forEach(reference -> closed(open, reference));
    }

    private void closed(TransferRows.Open open, String reference) {
        audit.add(
                new Audit.Act(
                        "exchange",
                        "case-closed",
                        null,
                        open.id(),
                        Map.of(
                                "case",
                                reference,
                                "reason",
                                "the plan was transferred to " + open.successor())));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
