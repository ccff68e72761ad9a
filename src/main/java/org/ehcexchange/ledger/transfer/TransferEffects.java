package org.ehcexchange.ledger.transfer;

import org.ehcexchange.canonical.PlanAccepted;
import org.ehcexchange.canonical.PlanDeclined;
import org.ehcexchange.canonical.PlanRecalled;
import org.ehcexchange.canonical.PlanReceived;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.conversation.Entry;
import org.ehcexchange.ledger.transfer.TransferMoves.Side;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Objects;

/// What an accepted step of a transfer does beside changing its state.
///
/// The plan is transferred on the day on which the new authority's exchange first had it whole;
/// that day counts once a person there has accepted it.
@Component
class TransferEffects {

    private final TransferRows transfers;
    private final SentPlans plans;
    private final TransferClocks clocks;
    private final PlanBytes bytes;
    private final CasesMoved cases;
    private final LettingGo lettingGo;

    TransferEffects(
            TransferRows transfers,
            SentPlans plans,
            TransferClocks clocks,
            PlanBytes bytes,
            CasesMoved cases,
            LettingGo lettingGo) {
        this.transfers = transfers;
        this.plans = plans;
        this.clocks = clocks;
        this.bytes = bytes;
        this.cases = cases;
        this.lettingGo = lettingGo;
    }

    void apply(TransferRows.Open open, Entry entry) {
        switch (entry.message()) {
            case PlanTransfer transfer ->
                    plans.sentAnew(transfer, bytes.sha256(transfer, open.isProtected()));
            case PlanReceived received when !entry.state().isLetGo() ->
                    received(open, received.envelope().sentOn(), entry);
            case PlanAccepted accepted -> accepted(open, accepted, entry);
            case PlanDeclined declined -> lettingGo.letGo(open, entry);
            case PlanRecalled recalled -> lettingGo.letGo(open, entry);
            default -> {
                // A question, or a receipt that comes last, changes the state alone.
            }
        }
    }

    /// Both sides count from the day the receipt gives, not from the day it arrives; a receipt from
    /// the future counts today.
    private void received(TransferRows.Open open, LocalDate given, Entry entry) {
        LocalDate on = earlier(given, LondonDay.of(entry.at()));
        transfers.received(open.id(), on);
        clocks.received(open, on, cases.ofOld(open));
    }

    private void accepted(TransferRows.Open open, PlanAccepted accepted, Entry entry) {
        LocalDate on = Objects.requireNonNullElse(open.receivedOn(), accepted.acceptedOn());
        transfers.accepted(open, accepted.acceptedOn(), on);
        clocks.received(open, on, cases.ofOld(open));
        if (open.side() != Side.NEW) {
            cases.leave(open, on);
        }
        if (open.side() != Side.OLD) {
            clocks.transferred(open, cases.come(open, entry.at()), on, LondonDay.of(entry.at()));
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
