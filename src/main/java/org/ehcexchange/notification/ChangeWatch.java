package org.ehcexchange.notification;

import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.DirectoryChanged;
import org.ehcexchange.ledger.DemoClock;
import org.ehcexchange.timekeeping.ClockTurned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Keeps changes of commissioner moving: at once when a plan was recorded, at start for what was
/// left behind, and regularly.
@Component
class ChangeWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChangeWatch.class);

    private static final long STOP_WITHIN_MILLIS = 5000;

    private final ChangeWork work;
    private final ChangeReminders reminders;
    private final NotificationSettings settings;
    private final InstantSource clock;
    private final Semaphore waiting = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = new Thread(this::run, "changes");

    ChangeWatch(
            ChangeWork work,
            ChangeReminders reminders,
            NotificationSettings settings,
            InstantSource clock) {
        this.work = work;
        this.reminders = reminders;
        this.settings = settings;
        this.clock = clock;
    }

    /// Only once the plan is committed.
    @TransactionalEventListener
    void on(ClockTurned turned) {
        if (Hearing.isOfAPlan(turned)) {
            waiting.release();
        }
    }

    /// Reminds before the one who moved time has its answer.
    @EventListener
    void on(DemoClock.TimeMoved time) {
        reminders.remind();
    }

    /// A directory put right may say who the commissioners are.
    @EventListener
    void on(DirectoryChanged directory) {
        waiting.release();
    }

    private void run() {
        while (running) {
            look();
            waitForNext();
        }
    }

    private void look() {
        try {
            work.doAll();
            reminders.remind();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Changes of commissioner wait: the database cannot be reached");
        }
    }

    private void waitForNext() {
        try {
            if (waiting.tryAcquire(untilNext().toMillis(), TimeUnit.MILLISECONDS)) {
                waiting.drainPermits();
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
        thread = Thread.ofPlatform().name("changes").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        waiting.release();
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
