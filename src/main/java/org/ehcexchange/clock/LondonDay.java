package org.ehcexchange.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The day the law sees in a moment: the date in Europe/London, whatever the machine's zone.
public final class LondonDay {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private LondonDay() {}

    public static LocalDate of(Instant moment) {
        return moment.atZone(LONDON).toLocalDate();
    }

    /// The first moment that is no longer of that day.
    public static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(LONDON).toInstant();
    }
}
