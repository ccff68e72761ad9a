package org.ehcexchange.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.time.Period;
import java.util.Map;

/// Settings that stop the start, with the key and the remedy.
class ClockSettingsTests {

    @ParameterizedTest
    @CsvSource({
        "P0D, P5W, first-reminder",
        "P-1W, P5W, first-reminder",
        "P1M, P5W, first-reminder",
        "P4W, P1M1D, second-reminder",
        "P5W, P5W, second-reminder",
        "P5W, P34D, second-reminder"
    })
    void refusesReminders(Period first, Period second, String key) {
        assertThatThrownBy(() -> new ClockSettings("rules", first, second))
                .hasMessageContaining("exchange.clock." + key)
                .hasMessageContaining("such as P");
    }

    @Test
    void remindsAfterFourAndFiveWeeksUnlessToldOtherwise() {
        var settings =
                new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("exchange.clock", ClockSettings.class);

        assertThat(settings).isEqualTo(Clocks.SETTINGS);
    }
}
