package org.ehcexchange.notification;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.commissioner.PlansOnRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Sends a notification that was approved; one that cannot go waits again, with the reason.
@Component
class Sending {

    private final ChangeRows rows;
    private final PlansOnRecord plans;
    private final Posting posting;
    private final ChangeRecord record;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Sending(
            ChangeRows rows,
            PlansOnRecord plans,
            Posting posting,
            ChangeRecord record,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.rows = rows;
        this.plans = plans;
        this.posting = posting;
        this.record = record;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @return why it did not go; empty when it went, now or before
    List<Violation> send(ConversationId id) {
        Optional<Change> approved =
                rows.find(id).filter(change -> change.state() == ChangeState.APPROVED);
        return approved.map(this::send).orElse(List.of());
    }

    private List<Violation> send(Change change) {
        PlansOnRecord.Found plan = plans.in(change.planConversation()).orElseThrow();
        Instant approvedAt = Objects.requireNonNull(change.approvedAt());
        List<Violation> wrong =
                posting.post(
                        new ChangeLetters(change, plan)
                                .notification(change.resolvedSuccessor(), approvedAt),
                        clock.instant());
        transaction.executeWithoutResult(
                status ->
                        rows.lock(change.id())
                                .filter(now -> now.state() == ChangeState.APPROVED)
                                .filter(now -> now.sendings() == change.sendings())
                                .ifPresent(now -> settle(now, wrong)));
        return wrong;
    }

    private void settle(Change change, List<Violation> wrong) {
        if (wrong.isEmpty()) {
            record.sent(change, clock.instant());
        } else {
            record.notSent(
                    change,
                    wrong.stream().map(Violation::problem).collect(Collectors.joining(" ")),
                    clock.instant());
        }
    }
}
