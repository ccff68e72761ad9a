package org.ehcexchange.clock;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.LocalDate;
import java.time.Period;

/// When advisers are reminded, and where the law's time limits are read from.
///
/// @param rules a resource pattern of YAML files, such as `file:rules/*.yaml`
/// @param firstReminder after the day of receipt, in weeks or days
/// @param secondReminder after the day of receipt; from this day on the advice is due soon
@ConfigurationProperties("exchange.clock")
public record ClockSettings(
        @DefaultValue("classpath:rules/*.yaml") String rules,
        @DefaultValue("P4W") Period firstReminder,
        @DefaultValue("P5W") Period secondReminder) {

    public ClockSettings {
        check("exchange.clock.first-reminder", firstReminder);
        check("exchange.clock.second-reminder", secondReminder);
        if (days(secondReminder) <= days(firstReminder)) {
            throw new IllegalArgumentException(
                    "exchange.clock.second-reminder must be later than"
                            + " exchange.clock.first-reminder, such as P5W after P4W");
        }
    }

    private static void check(String key, Period period) {
        if (period.toTotalMonths() != 0 || days(period) < 1) {
            throw new IllegalArgumentException(
                    key + " must be a number of weeks or days greater than 0, such as P4W");
        }
    }

    private static long days(Period period) {
        return LocalDate.EPOCH.plus(period).toEpochDay();
    }
}
