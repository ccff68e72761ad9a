package org.ehcexchange.delivery;

import org.ehcexchange.directory.DirectoryChanged;
import org.ehcexchange.ledger.DeliveriesWaiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Keeps the outbox moving: at once when something was accepted, and regularly for what falls due.
@Component
class Courier implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final Closings closings;
    private final Pauses pauses;
    private final DeliverySettings settings;
    private final Semaphore waiting = new Semaphore(0);
    private volatile boolean running;
    private volatile boolean away;
    private volatile boolean changed;
    private long lookedAfter;
    private Thread thread = new Thread(this::run, "courier");

    Courier(Outbox outbox, Closings closings, Pauses pauses, DeliverySettings settings) {
        this.outbox = outbox;
        this.closings = closings;
        this.pauses = pauses;
        this.settings = settings;
    }

    @EventListener
    void on(DeliveriesWaiting something) {
        waiting.release();
    }

    /// A reload may have closed a body for which something waits.
    @EventListener
    void on(DirectoryChanged directory) {
        changed = true;
        waiting.release();
    }

    /// Whether the last look at the outbox failed, because the database or the broker is away.
    boolean isStuck() {
        return away;
    }

    private void run() {
        while (running) {
            try {
                look();
                away = false;
            } catch (DataAccessException | TransactionException | Outbox.BrokerAway e) {
                report(e);
                waitFor(AFTER_A_FAILURE);
            }
        }
    }

    private void report(RuntimeException e) {
        if (running && !away) {
            log.error("Deliveries wait: {}", e.getMessage());
        }
        away = true;
    }

    private void look() {
        lookAfter();
        if (outbox.handOver() < settings.batch()) {
            waitFor(settings.look());
        }
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

    private void waitFor(Duration longest) {
        try {
            if (waiting.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                waiting.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("courier").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        waiting.release(); // Never interrupted: the broker's client would take it for a broken
        // connection.
        try {
            thread.join(AFTER_A_FAILURE.toMillis() * 5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
