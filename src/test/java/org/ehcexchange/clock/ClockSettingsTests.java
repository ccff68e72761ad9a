package org.ehcexchange.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Where the rules are, and how days are counted.
class ClockSettingsTests {

    private static ClockSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("exchange.clock", ClockSettings.class);
    }

    @Test
    void readTheShippedRulesStrictlyUnlessToldOtherwise() {
        assertThat(bound(Map.of())).isEqualTo(Clocks.SETTINGS);
    }

    @Test
    void takeDaysByCommas() {
        ClockSettings settings =
                bound(
                        Map.of(
                                "exchange.clock.extra-holidays",
                                "2027-06-11, 2027-06-14",
                                "exchange.clock.cancelled-holidays",
                                "2027-05-31",
                                "exchange.clock.roll-on",
                                "true"));

        assertThat(settings.rollOn()).isTrue();
        assertThat(settings.cancelledHolidays()).containsExactly(LocalDate.of(2027, 5, 31));
        assertThat(settings.extraHolidays())
                .containsExactly(LocalDate.of(2027, 6, 11), LocalDate.of(2027, 6, 14));
    }

    @Test
    void takeAPlainPathForAFolderOnDisk() {
        assertThat(Clocks.settings("rules").files()).isEqualTo("file:rules/*.yaml");
        assertThat(Clocks.settings("file:/rules").files()).isEqualTo("file:/rules/*.yaml");
    }

    @ParameterizedTest
    @ValueSource(ints = {2025, 2100, 0})
    void refuseAYearThatCannotBeTheLastOnePublished(int year) {
        assertThatThrownBy(() -> new ClockSettings("rules", false, year, List.of(), List.of()))
                .hasMessageContaining("exchange.clock.holidays-known-to")
                .hasMessageContaining("gov.uk/bank-holidays");
    }

    @ParameterizedTest
    @ValueSource(ints = {2026, 2099})
    void takeAYearThatCanBe(int year) {
        assertThat(new ClockSettings("rules", false, year, List.of(), List.of()).holidaysKnownTo())
                .isEqualTo(year);
    }
}
