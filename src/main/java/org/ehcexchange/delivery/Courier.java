package org.ehcexchange.delivery;

import org.ehcexchange.directory.DirectoryChanged;
import org.ehcexchange.ledger.DeliveriesWaiting;
import org.ehcexchange.rounds.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import java.time.Duration;

/// Keeps the outbox moving: at once when something was accepted, and regularly for what falls due.
@Component
class Courier extends Rounds {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private final Outbox outbox;
    private final Closings closings;
    private final Pauses pauses;
    private final DeliverySettings settings;
    private volatile boolean away;
    private volatile boolean changed;
    private long lookedAfter;

    Courier(Outbox outbox, Closings closings, Pauses pauses, DeliverySettings settings) {
        super("courier");
        this.outbox = outbox;
        this.closings = closings;
        this.pauses = pauses;
        this.settings = settings;
    }

    @EventListener
    void on(DeliveriesWaiting something) {
        wake();
    }

    /// A reload may have closed a body for which something waits.
    @EventListener
    void on(DirectoryChanged directory) {
        changed = true;
        wake();
    }

    /// Whether the last look at the outbox failed, because the database or the broker is away.
    boolean isStuck() {
        return away;
    }

    @Override
    protected Duration look() {
        try {
            Duration next = handOver();
            away = false;
            return next;
        } catch (DataAccessException | TransactionException | Outbox.BrokerAway e) {
            report(e);
            return AFTER_A_FAILURE;
        }
    }

    private void report(RuntimeException e) {
        if (isRunning() && !away) {
            log.error("Deliveries wait: {}", e.getMessage());
        }
        away = true;
    }

    private Duration handOver() {
        lookAfter();
        return outbox.handOver() < settings.batch() ? settings.look() : Duration.ZERO;
    }

    /// What can wait for a regular look, however busy the outbox is.
    private void lookAfter() {
        long now = System.nanoTime();
        if (changed || now - lookedAfter >= settings.look().toNanos()) {
            changed = false;
            lookedAfter = now;
            outbox.reclaim();
            closings.settle();
            pauses.dueForProbe().forEach(this::probe);
        }
    }

    private void probe(String partner) {
        if (!outbox.probe(partner)) {
            pauses.liftIfNothingWaits(partner);
        }
    }
}
