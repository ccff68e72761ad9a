package org.ehcexchange.rounds;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Goes its rounds in a thread of its own, from when the program has started until it stops.
///
/// A look that fails in a way nobody foresaw is logged, and the rounds go on: work that is done by
/// itself must not end because a library, once, threw what it does not declare.
public abstract class Rounds implements SmartLifecycle {

    /// How long it waits after a look that failed.
    protected static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final String name;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread;

    /// @param name of the thread, and in the log
    protected Rounds(String name) {
        this.name = name;
        this.thread = new Thread(this::run, name);
    }

    /// Looks once.
    ///
    /// @return how long the next look may wait when nobody wakes it; zero when there is more to do
    protected abstract Duration look();

    /// Lets the next look come at once.
    protected final void wake() {
        woken.release();
    }

    private void run() {
        while (running) {
            rest(look());
        }
    }

    private void rest(Duration longest) {
        try {
            if (woken.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private Thread begin() {
        return Thread.ofPlatform()
                .name(name)
                .daemon()
                .uncaughtExceptionHandler(this::failed)
                .start(this::run);
    }

    private void failed(Thread ended, Throwable why) {
        log.error("The rounds of {} failed as nobody foresaw; they go on", name, why);
        rest(AFTER_A_FAILURE);
        if (running) {
            thread = begin();
        }
    }

    @Override
    public final void start() {
        running = true;
        thread = begin();
    }

    /// Never interrupts: a broker's client would take it for a broken connection.
    @Override
    public final void stop() {
        running = false;
        wake();
        try {
            thread.join(STOP_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
