package org.ehcexchange.ledger;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.clock.Rules;
import org.ehcexchange.clock.Unworkable;
import org.ehcexchange.clock.Work;
import org.ehcexchange.clock.Working;
import org.ehcexchange.ledger.TransferMoves.Side;
import org.ehcexchange.timekeeping.Start;
import org.ehcexchange.timekeeping.Subject;
import org.ehcexchange.timekeeping.Timekeeper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The clocks of a plan that moves: the old authority's, until the new one's exchange has the plan,
/// and the new authority's from then on.
///
/// Their case is the plan's reference, which both authorities know.
@Component
class TransferClocks {

    /// When the old authority transfers the plan (SEND Regulations 2014, reg. 15(2)).
    static final String TRANSFER = "transfer";

    /// When the new authority tells the family (SEND Regulations 2014, reg. 15(4)).
    static final String TELL_FAMILY = "tell-family";

    /// When the new authority reviews the plan (SEND Regulations 2014, reg. 15(5)).
    static final String REVIEW_BY = "review-by";

    private final Rules rules;
    private final Timekeeper timekeeper;

    TransferClocks(Rules rules, Timekeeper timekeeper) {
        this.rules = rules;
        this.timekeeper = timekeeper;
    }

    /// When the plan is due at the new authority, or why no day can be worked out.
    Work due(PlanTransfer transfer) {
        return rules.work(
                TRANSFER, Map.of("movedOn", transfer.movedOn(), "awareOn", transfer.awareOn()));
    }

    /// What the receipt of a plan says.
    List<Receipt.Due> expected(PlanTransfer transfer) {
        return due(transfer) instanceof Working due
                ? List.of(
                        new Receipt.Due(
                                due.rule(), due.provision(), due.dueOn(), due.explanation()))
                : List.of();
    }

    /// Without effect at an exchange that does not serve the old authority.
    void start(Side side, PlanTransfer transfer, LocalDate today) {
        if (side != Side.NEW) {
            var envelope = transfer.envelope();
            Subject subject =
                    new Subject.Conversation(
                            envelope.conversationId(),
                            envelope.from(),
                            new CaseReference(transfer.plan().reference()));
            start(subject, envelope.from(), envelope.to(), worked(due(transfer)), today);
        }
    }

    private void start(
            Subject subject,
            OrganisationCode owedBy,
            @Nullable OrganisationCode owedTo,
            Working working,
            LocalDate today) {
        timekeeper.start(List.of(new Start(subject, owedBy, owedTo, working)), today);
    }

    /// The new authority's exchange has the plan; without effect where no clock runs.
    void received(TransferRows.Open open, LocalDate on) {
        timekeeper.meet(subject(open, open.old()), TRANSFER, on);
    }

    void withdrawn(TransferRows.Open open, LocalDate on) {
        timekeeper.stop(subject(open, open.old()), TRANSFER, on);
    }

    /// The new authority answers for the plan. Without effect at an exchange that does not serve
    /// it.
    void transferred(TransferRows.Open open, LocalDate on, LocalDate today) {
        if (open.side() == Side.OLD) {
            return;
        }
        Subject subject = subject(open, open.successor());
        Map<String, LocalDate> told = Map.of("transferredOn", on);
        Map<String, LocalDate> reviewed =
                Map.of("transferredOn", on, "madeOrReviewedOn", open.madeOrReviewedOn());
        start(subject, open.successor(), null, worked(rules.work(TELL_FAMILY, told)), today);
        start(subject, open.successor(), null, worked(rules.work(REVIEW_BY, reviewed)), today);
    }

    private static Subject subject(TransferRows.Open open, OrganisationCode authority) {
        return new Subject.Conversation(
                open.id(), authority, new CaseReference(open.planReference()));
    }

    private static Working worked(Work work) {
        return switch (work) {
            case Working working -> working;
            case Unworkable unworkable ->
                    throw new IllegalStateException(
                            "A day of a plan's transfer cannot be worked out: "
                                    + unworkable.reasons());
        };
    }
}
