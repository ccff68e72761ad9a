package org.ehcexchange.ledger.transfer;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.clock.Rules;
import org.ehcexchange.clock.Unworkable;
import org.ehcexchange.clock.Work;
import org.ehcexchange.clock.Working;
import org.ehcexchange.ledger.Receipt;
import org.ehcexchange.ledger.conversation.DueOnReceipt;
import org.ehcexchange.ledger.transfer.TransferMoves.Side;
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
/// The old authority's goes by the plan's reference, the new one's by that of its case.
@Component
public class TransferClocks implements DueOnReceipt {

    /// When the old authority transfers the plan (SEND Regulations 2014, reg. 15(2)).
    public static final String TRANSFER = "transfer";

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

    @Override
    public List<Receipt.Due> expected(EhcMessage message, LocalDate today) {
        return message instanceof PlanTransfer transfer && due(transfer) instanceof Working due
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
    ///
    /// @param cases the old authority's, which may have put the move on record
    void received(TransferRows.Open open, LocalDate on, List<Subject.Case> cases) {
        timekeeper.meet(subject(open), TRANSFER, on);
        cases.forEach(subject -> timekeeper.meet(subject, TRANSFER, on));
    }

    /// The new authority does not have it after all: the time runs on to the day it was due. It has
    /// no effect where it was never met.
    ///
    /// @param cases the old authority's, which may have put the move on record
    void letGo(TransferRows.Open open, LocalDate on, List<Subject.Case> cases) {
        timekeeper.runOn(subject(open), TRANSFER, on);
        cases.forEach(subject -> timekeeper.runOn(subject, TRANSFER, on));
    }

    /// The plan goes elsewhere: the duty is that transfer's now.
    ///
    /// @param before those in which it was let go
    void sentAnew(PlanTransfer transfer, List<ConversationId> before, LocalDate on) {
        before.forEach(
                id ->
                        timekeeper.stop(
                                new Subject.Conversation(
                                        id,
                                        transfer.envelope().from(),
                                        new CaseReference(transfer.plan().reference())),
                                TRANSFER,
                                on));
    }

    void withdrawn(TransferRows.Open open, LocalDate on) {
        timekeeper.stop(subject(open), TRANSFER, on);
    }

    /// The new authority answers for the plan.
    ///
    /// @param owned its case, whose records meet what it owes
    void transferred(TransferRows.Open open, Subject.Case owned, LocalDate on, LocalDate today) {
        OrganisationCode successor = owned.authority();
        Subject subject = new Subject.Conversation(open.id(), successor, owned.caseReference());
        Map<String, LocalDate> told = Map.of("transferredOn", on);
        Map<String, LocalDate> reviewed =
                Map.of("transferredOn", on, "madeOrReviewedOn", open.madeOrReviewedOn());
        start(subject, successor, null, worked(rules.work(TELL_FAMILY, told)), today);
        start(subject, successor, null, worked(rules.work(REVIEW_BY, reviewed)), today);
    }

    private static Subject subject(TransferRows.Open open) {
        return new Subject.Conversation(
                open.id(), open.old(), new CaseReference(open.planReference()));
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
