package org.ehcexchange.delivery;

import org.ehcexchange.disclosure.Cleared;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.DeliveriesWaiting;
import org.ehcexchange.ledger.Rows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Where a person looks at what could not be delivered and decides.
@Component
class DeadLetterDesk implements DeadLetters {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Letters letters;
    private final DeliveryRows rows;
    private final Consignments consignments;
    private final Audit audit;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    DeadLetterDesk(
            JdbcClient database,
            TransactionTemplate transaction,
            Letters letters,
            DeliveryRows rows,
            Consignments consignments,
            Audit audit,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.database = database;
        this.transaction = transaction;
        this.letters = letters;
        this.rows = rows;
        this.consignments = consignments;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Page page(Query query) {
        return letters.page(query);
    }

    @Override
    public List<Attempt> attempts(UUID delivery) {
        return letters.attempts(delivery);
    }

    @Override
    public Optional<Replay> preview(UUID delivery) {
        return letters.find(delivery)
                .flatMap(letter -> rows.find(delivery).map(row -> preview(letter, row)));
    }

    private Replay preview(Letter letter, DeliveryRows.Loaded row) {
        boolean dead = letter.state().equals("dead");
        return switch (consignments.make(row)) {
            case Consignments.Making.Refused refused ->
                    new Replay(
                            letter,
                            false,
                            "Nothing: the disclosure gate refuses it now.",
                            List.of(),
                            refused.refused().reasons());
            case Consignments.Making.Made made ->
                    new Replay(letter, dead, sends(letter, dead), withheld(made), List.of());
        };
    }

    private static List<String> withheld(Consignments.Making.Made made) {
        Cleared cleared = made.consignment().cleared();
        return cleared.withheld();
    }

    private static String sends(Letter letter, boolean dead) {
        return dead
                ? "The %s %s goes to %s over %s under the same message id; %s."
                        .formatted(
                                letter.type().code(),
                                letter.messageId(),
                                letter.to(),
                                letter.channel(),
                                letter.attempts() == 0
                                        ? "it was never tried before"
                                        : "it was tried %d times, so the partner may know that id already"
                                                .formatted(letter.attempts()))
                : "Nothing: it is %s, and only a dead delivery can be replayed."
                        .formatted(letter.state());
    }

    @Override
    public Deciding replay(UUID delivery, Decision decision) {
        Optional<Replay> preview = preview(delivery);
        if (preview.isEmpty()) {
            return new Deciding.NotFound();
        }
        if (!preview.get().possible()) {
            return new Deciding.NotPossible(preview.get().sends());
        }
        return decide(delivery, new Verdict("ready", "replayed"), decision);
    }

    @Override
    public Deciding discard(UUID delivery, Decision decision) {
        return letters.find(delivery).isEmpty()
                ? new Deciding.NotFound()
                : decide(delivery, new Verdict("discarded", "discarded"), decision);
    }

    private record Verdict(String status, String act) {}

    private Deciding decide(UUID delivery, Verdict verdict, Decision decision) {
        boolean done =
                Boolean.TRUE.equals(
                        transaction.execute(status -> change(delivery, verdict, decision)));
        if (!done) {
            return new Deciding.NotPossible("Only a dead delivery can be replayed or discarded.");
        }
        events.publishEvent(new DeliveriesWaiting());
        return letters.find(delivery)
                .<Deciding>map(Deciding.Done::new)
                .orElseGet(Deciding.NotFound::new);
    }

    private boolean change(UUID delivery, Verdict verdict, Decision decision) {
        int changed =
                database.sql(
                                """
                                update delivery set status = :status, attempts = 0, not_before = :now, changed_at = :now,
                                  owner = null where id = :id and status = 'dead'
                                """)
                        .param("status", verdict.status())
                        .param("now", Rows.time(clock.instant()))
                        .param("id", delivery)
                        .update();
        if (changed == 1) {
            Letter letter = letters.find(delivery).orElseThrow();
            audit.add(
                    new Audit.Act(
                            decision.by().value(),
                            verdict.act(),
                            letter.messageId(),
                            letter.conversationId(),
                            Audit.by(
                                    decision.person(),
                                    Map.of("delivery", delivery, "reason", decision.reason()))));
        }
        return changed == 1;
    }
}
