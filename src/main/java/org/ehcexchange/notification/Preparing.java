package org.ehcexchange.notification;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.commissioner.PlansOnRecord;
import org.ehcexchange.notification.ResponsibleBodies.Resolved;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Finds out who the commissioners are, tells the old one, and prepares its notification; done once
/// however often, and by however many instances, it is asked.
@Component
class Preparing {

    private final ChangeRows rows;
    private final PlansOnRecord plans;
    private final ResponsibleBodies commissioners;
    private final ChangeRecord record;
    private final Posting posting;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Preparing(
            ChangeRows rows,
            PlansOnRecord plans,
            ResponsibleBodies commissioners,
            ChangeRecord record,
            Posting posting,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.rows = rows;
        this.plans = plans;
        this.commissioners = commissioners;
        this.record = record;
        this.posting = posting;
        this.transaction = transaction;
        this.clock = clock;
    }

    void prepare(ConversationId id) {
        Optional<Change> heard = rows.find(id).filter(Preparing::isToDo);
        Optional<PlansOnRecord.Found> plan = heard.flatMap(c -> plans.in(c.planConversation()));
        if (plan.isPresent()) {
            prepare(asStated(heard.orElseThrow(), plan.get()), plan.get());
        }
    }

    private static boolean isToDo(Change change) {
        return change.state() == ChangeState.HEARD || change.state() == ChangeState.UNRESOLVED;
    }

    /// A plan that moves may state who the commissioners are.
    private static Change asStated(Change change, PlansOnRecord.Found plan) {
        return change.statedOld() == null
                        && plan.message() instanceof PlanTransfer transfer
                        && transfer.commissioners() != null
                ? change.stating(transfer.commissioners())
                : change;
    }

    private void prepare(Change change, PlansOnRecord.Found plan) {
        Instant now = clock.instant();
        switch (commissioners.resolve(change, LondonDay.of(now))) {
            case Resolved.Two two -> {
                String untold = tell(change, plan, two.old().code(), now);
                once(change.id(), ignored -> record.waits(change, plan, two, untold, now));
            }
            case Resolved.SameBody same ->
                    once(change.id(), ignored -> record.nothingToSend(change, plan, same, now));
            case Resolved.Open open ->
                    once(change.id(), before -> record.unresolved(before, open.why(), now));
        }
    }

    /// At once, before anything waits; whoever started it knows.
    ///
    /// @return why the old commissioner was not told; empty when it was
    private String tell(
            Change change, PlansOnRecord.Found plan, OrganisationCode old, Instant now) {
        if (change.isKnownTo(old)) {
            return "";
        }
        List<Violation> wrong =
                posting.post(new ChangeLetters(change, plan).planCopy(old, now), now);
        return wrong.stream().map(Violation::problem).collect(Collectors.joining(" "));
    }

    private void once(ConversationId id, Consumer<Change> then) {
        transaction.executeWithoutResult(
                status -> rows.lock(id).filter(Preparing::isToDo).ifPresent(then));
    }
}
