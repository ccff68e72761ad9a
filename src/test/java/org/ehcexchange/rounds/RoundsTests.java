package org.ehcexchange.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

class RoundsTests {

    private final Counted rounds = new Counted();

    /// Counts its looks; the second fails.
    private static final class Counted extends Rounds {

        private final AtomicInteger looks = new AtomicInteger();
        private volatile Duration next = Duration.ZERO;

        private Counted() {
            super("counted");
        }

        @Override
        protected Duration look() {
            if (looks.incrementAndGet() == 2) {
                throw new NullPointerException("as a library might");
            }
            return next;
        }
    }

    @AfterEach
    void stop() {
        rounds.stop();
    }

    @Test
    void goOnAfterALookThatFailedAsNobodyForesaw() {
        rounds.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> rounds.looks.get() > 3);
        assertThat(rounds.isRunning()).isTrue();
    }

    @Test
    void waitUntilTheyAreWoken() {
        rounds.looks.set(2);
        rounds.next = Duration.ofDays(1);
        rounds.start();
        await().until(() -> rounds.looks.get() == 3);
        rounds.wake();
        await().until(() -> rounds.looks.get() == 4);
    }

    @Test
    void endWhenTheyAreStoppedEvenAfterAFailure() {
        rounds.looks.set(1);
        rounds.start();
        await().until(() -> rounds.looks.get() == 2);
        rounds.stop();
        assertThat(rounds.isRunning()).isFalse();
        await().during(Duration.ofMillis(1200))
                .atMost(Duration.ofSeconds(3))
                .until(() -> rounds.looks.get() == 2);
    }
}
