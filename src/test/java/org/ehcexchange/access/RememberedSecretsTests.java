package org.ehcexchange.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import java.time.Duration;

/// Secrets found right are remembered; nothing else is.
class RememberedSecretsTests {

    /// At this cost one check takes about a second, so a hundred can only be memory.
    private static final String SLOW_HASH =
            "{bcrypt}" + new BCryptPasswordEncoder(13).encode("correct-horse");

    private static final String HASH =
            "{bcrypt}" + new BCryptPasswordEncoder(4).encode("correct-horse");
    private static final String HASH_OF_DEMO =
            "{bcrypt}" + new BCryptPasswordEncoder(4).encode("demo");

    private final RememberedSecrets secrets = new RememberedSecrets(Duration.ofMinutes(10), false);

    @Test
    void checksTheSlowHashOnce() {
        secrets.matches("correct-horse", SLOW_HASH);

        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(secrets.matches("correct-horse", SLOW_HASH)).isTrue();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void refusesAWrongSecretAfterARightOne() {
        assertThat(secrets.matches("correct-horse", HASH)).isTrue();
        assertThat(secrets.matches("wrong-horse", HASH)).isFalse();
    }

    @Test
    void forgetsWhenTheHashChanges() {
        assertThat(secrets.matches("correct-horse", HASH)).isTrue();
        assertThat(secrets.matches("correct-horse", HASH_OF_DEMO)).isFalse();
    }

    @Test
    void takesTheDemosSecretOnlyInTheDemo() {
        var demo = new RememberedSecrets(Duration.ofMinutes(10), true);

        assertThat(demo.matches("demo", HASH_OF_DEMO)).isTrue();
        assertThat(secrets.matches("demo", HASH_OF_DEMO)).isFalse();
    }
}
