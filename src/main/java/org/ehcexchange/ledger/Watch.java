package org.ehcexchange.ledger;

import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.timekeeping.DailyTick;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Looks at running clocks and at what else must be done by itself: at start, regularly, as each
/// day begins, and at once when a case was left or the demo's clock was moved. Clocks turn before
/// anybody is reminded of them.
@Component
class Watch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private static final long STOP_WITHIN_MILLIS = 5000;

    private final DailyTick tick;
    private final Reminders reminders;
    private final TransferDay transfers;
    private final OpenRequestsSettled requests;
    private final PlansInHand inHand;
    private final ReminderSettings settings;
    private final InstantSource clock;
    private final Semaphore moved = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = new Thread(this::run, "watch");

    Watch(
            DailyTick tick,
            Reminders reminders,
            TransferDay transfers,
            OpenRequestsSettled requests,
            PlansInHand inHand,
            ReminderSettings settings,
            InstantSource clock) {
        this.tick = tick;
        this.reminders = reminders;
        this.transfers = transfers;
        this.requests = requests;
        this.inHand = inHand;
        this.settings = settings;
        this.clock = clock;
    }

    /// Turns the clocks before the one who moved time has its answer.
    @EventListener
    void on(DemoClock.TimeMoved time) {
        tick.turn(LondonDay.of(time.to()));
        transfers.leave(time.to());
        moved.release();
    }

    @EventListener
    void on(CasesLeft.CaseLeft left) {
        moved.release();
    }

    private void run() {
        while (running) {
            if (look() < settings.batch()) {
                waitForNext();
            }
        }
    }

    private int look() {
        try {
            tick.turn(LondonDay.of(clock.instant()));
            transfers.leave(clock.instant());
            requests.settle();
            inHand.sayAll();
            return reminders.sendDue();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Clocks and reminders wait: the database cannot be reached");
            return 0;
        } catch (IllegalStateException e) {
            // One thing that cannot be done must not end all that is done by itself.
            log.error("Something that is done by itself failed; the next look tries again", e);
            return 0;
        }
    }

    private void waitForNext() {
        try {
            if (moved.tryAcquire(untilNext().toMillis(), TimeUnit.MILLISECONDS)) {
                moved.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private Duration untilNext() {
        Instant now = clock.instant();
        Duration day = Duration.between(now, LondonDay.end(LondonDay.of(now)));
        return day.compareTo(settings.look()) < 0 ? day : settings.look();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("watch").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        moved.release();
        try {
            thread.join(STOP_WITHIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
