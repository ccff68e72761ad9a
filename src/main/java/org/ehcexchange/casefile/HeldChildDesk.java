package org.ehcexchange.casefile;

import org.ehcexchange.ledger.Reader;
import org.ehcexchange.ledger.children.LikelyChildren;
import org.ehcexchange.ledger.children.NamedChildren;
import org.ehcexchange.ledger.children.OnRecord;
import org.ehcexchange.ledger.children.TwoRecords;
import org.ehcexchange.ledger.held.Held.Decided;
import org.ehcexchange.ledger.held.Held.Deciding;
import org.ehcexchange.ledger.held.Held.Decision;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Where a person says whom an authority has named.
@Component
class HeldChildDesk implements HeldChildren {

    private static final String RELEASED = "released";
    private static final String REJECTED = "rejected";

    private final TransactionTemplate transaction;
    private final HeldChildRows held;
    private final CaseRows files;
    private final NamedChildren children;
    private final LikelyChildren likely;
    private final CaseAudit audit;
    private final InstantSource clock;

    HeldChildDesk(
            TransactionTemplate transaction,
            HeldChildRows held,
            CaseRows files,
            NamedChildren children,
            LikelyChildren likely,
            CaseAudit audit,
            InstantSource clock) {
        this.transaction = transaction;
        this.held = held;
        this.files = files;
        this.children = children;
        this.likely = likely;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Item> waiting(int limit) {
        return held.waiting(limit);
    }

    @Override
    public Optional<Look> look(UUID item, Reader reader) {
        Optional<Look> found =
                held.find(item)
                        .map(
                                doubted ->
                                        new Look(
                                                doubted.item(),
                                                new TwoRecords(
                                                        OnRecord.of("what came", doubted.child()),
                                                        likely.of(doubted.child(), doubted.by()))));
        found.ifPresent(look -> audit.viewed(key(look.item()), reader));
        return found;
    }

    private static CaseKey key(Item item) {
        return new CaseKey(item.authority(), item.caseReference());
    }

    @Override
    public Deciding release(UUID item, Decision decision) {
        return decide(item, decision, RELEASED);
    }

    @Override
    public Deciding reject(UUID item, Decision decision) {
        return decide(item, decision, REJECTED);
    }

    private Deciding decide(UUID item, Decision decision, String verdict) {
        Instant now = clock.instant();
        return Objects.requireNonNull(
                transaction.execute(
                        status ->
                                held.take(item)
                                        .map(row -> settle(row, decision, verdict, now))
                                        .orElseGet(() -> decidedBefore(item))));
    }

    private Deciding settle(HeldChildRows.Row row, Decision decision, String verdict, Instant now) {
        if (verdict.equals(RELEASED)) {
            files.isAbout(row.file(), children.insist(row.by(), row.child(), now));
        }
        held.decide(row.id(), verdict, now);
        audit.decided(row.key(), decision, verdict);
        return new Deciding.Done(new Decided(row.id(), verdict, now));
    }

    private Deciding decidedBefore(UUID item) {
        return held.state(item)
                .<Deciding>map(
                        state -> new Deciding.NotPossible("It was %s before.".formatted(state)))
                .orElseGet(Deciding.NotFound::new);
    }
}
