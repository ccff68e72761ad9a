package org.ehcexchange.directory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/// Settings that stop the start, with the key and the remedy.
class DirectorySettingsTests {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "Northshire", "998"})
    void needsTheCodeOfTheAuthority(String home) {
        assertThatThrownBy(() -> new DirectorySettings("d", home, Duration.ZERO))
                .hasMessageContaining("exchange.directory.home")
                .hasMessageContaining("LA:998");
    }

    @Test
    void refusesToWatchBackInTime() {
        assertThatThrownBy(() -> new DirectorySettings("d", "LA:998", Duration.ofSeconds(-1)))
                .hasMessageContaining("exchange.directory.watch-every");
    }
}
