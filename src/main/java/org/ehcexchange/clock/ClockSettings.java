package org.ehcexchange.clock;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.LocalDate;
import java.util.List;

/// Where the law's time limits are read from, and how days are counted where the law leaves it
/// open.
///
/// @param rules the folder with one YAML file a version of a rule: a path on disk, or
///     `classpath:` and a path inside the program
/// @param rollOn whether what is due on a weekend or bank holiday is due on the next working day;
///     the stricter reading is no
/// @param holidaysKnownTo the last year whose bank holidays are published; no working day is
///     counted past it
/// @param extraHolidays days that are no working days besides England's bank holidays, such as one
///     proclaimed at short notice; the stricter reading of "working day" is none
/// @param cancelledHolidays bank holidays that the program knows and that were moved or cancelled
@ConfigurationProperties("exchange.clock")
public record ClockSettings(
        @DefaultValue("classpath:rules/clock") String rules,
        @DefaultValue("false") boolean rollOn,
        @DefaultValue("2028") int holidaysKnownTo,
        @DefaultValue List<LocalDate> extraHolidays,
        @DefaultValue List<LocalDate> cancelledHolidays) {

    public ClockSettings {
        extraHolidays = List.copyOf(extraHolidays);
        cancelledHolidays = List.copyOf(cancelledHolidays);
        if (holidaysKnownTo < 2026 || holidaysKnownTo > 2099) {
            throw new IllegalArgumentException(
                    "exchange.clock.holidays-known-to must be a year from 2026 to 2099: the last"
                            + " one published at https://www.gov.uk/bank-holidays");
        }
    }

    /// As a pattern of files.
    String files() {
        return (rules.contains(":") ? rules : "file:" + rules) + "/*.yaml";
    }
}
