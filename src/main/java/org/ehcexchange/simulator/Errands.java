package org.ehcexchange.simulator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// What the pretend partners do later or again and again.
@Component
@Profile("demo & !" + SouthmereExchange.PROFILE)
class Errands implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    private static final Duration OFTEN = Duration.ofMillis(500);
    private static final Duration AWAY = Duration.ofSeconds(2);

    private final Runner runner = new Runner();
    private final Duration thinking;

    Errands(SimulatorSettings settings) {
        this.thinking = settings.answerAfter();
    }

    /// Once, after a partner has thought about it; again while the exchange is away.
    void later(Runnable errand) {
        after(thinking, errand);
    }

    /// Until the program stops.
    void often(Runnable errand) {
        var unused =
                runner.scheduleWithFixedDelay(
                        () -> unlessAway(errand),
                        OFTEN.toMillis(),
                        OFTEN.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void after(Duration wait, Runnable errand) {
        var unused = runner.schedule(() -> orAgain(errand), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void orAgain(Runnable errand) {
        try {
            errand.run();
        } catch (ExchangeAway away) {
            after(AWAY, errand);
        }
    }

    private static void unlessAway(Runnable errand) {
        try {
            errand.run();
        } catch (ExchangeAway away) {
            LOG.debug("a pretend partner tries again later: {}", away.getMessage());
        }
    }

    @Override
    public void destroy() {
        runner.shutdownNow();
    }

    /// Says so when an errand fails; the pool itself would keep silent.
    private static final class Runner extends ScheduledThreadPoolExecutor {

        Runner() {
            super(2, Thread.ofPlatform().daemon().name("demo-partner-", 1).factory());
        }

        @Override
        protected void afterExecute(Runnable errand, @Nullable Throwable t) {
            super.afterExecute(errand, t);
            if (errand instanceof Future<?> done && done.isDone()) {
                report(done);
            }
        }

        private static void report(Future<?> done) {
            try {
                done.get();
            } catch (CancellationException stopped) {
                LOG.debug("a pretend partner stopped");
            } catch (ExecutionException e) {
                LOG.warn("a pretend partner failed; this is a fault of the demo", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
