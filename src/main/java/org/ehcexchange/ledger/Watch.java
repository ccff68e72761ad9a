package org.ehcexchange.ledger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Looks at running clocks: at start, regularly, and at once when the demo's clock was moved.
@Component
class Watch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private static final long STOP_WITHIN_MILLIS = 5000;

    private final Reminders reminders;
    private final ReminderSettings settings;
    private final Semaphore moved = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = new Thread(this::run, "watch");

    Watch(Reminders reminders, ReminderSettings settings) {
        this.reminders = reminders;
        this.settings = settings;
    }

    @EventListener
    void on(DemoClock.TimeMoved time) {
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
            return reminders.sendDue();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Reminders wait: the database cannot be reached");
            return 0;
        }
    }

    private void waitForNext() {
        try {
            if (moved.tryAcquire(settings.look().toMillis(), TimeUnit.MILLISECONDS)) {
                moved.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
        }
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
