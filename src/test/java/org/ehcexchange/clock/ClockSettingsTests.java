package org.ehcexchange.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.util.Map;

/// Where the rules are, and how they are read.
class ClockSettingsTests {

    @Test
    void readsTheShippedRulesUnlessToldOtherwise() {
        var settings =
                new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("exchange.clock", ClockSettings.class);

        assertThat(settings).isEqualTo(Clocks.SETTINGS);
    }

    @Test
    void takesAPlainPathForAFolderOnDisk() {
        assertThat(Clocks.settings("rules").files()).isEqualTo("file:rules/*.yaml");
        assertThat(Clocks.settings("file:/rules").files()).isEqualTo("file:/rules/*.yaml");
    }
}
