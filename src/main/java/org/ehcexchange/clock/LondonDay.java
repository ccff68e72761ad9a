package org.ehcexchange.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// The day the law sees in a moment: the date in Europe/London, whatever the machine's zone.
public final class LondonDay {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private LondonDay() {}

    public static LocalDate of(Instant moment) {
        return moment.atZone(LONDON).toLocalDate();
    }

    /// The moment at which London's clocks show a time on a day.
    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(LONDON).toInstant();
    }

    /// The first moment that is no longer of that day.
    public static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(LONDON).toInstant();
    }

    /// How long to wait for the next look: what is given, or less where the day ends before.
    public static Duration atMost(Duration look, Instant now) {
        Duration rest = Duration.between(now, end(of(now)));
        return rest.compareTo(look) < 0 ? rest : look;
    }
}
