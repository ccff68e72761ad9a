package org.ehcexchange.simulator;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Tells the terminal what happens, in plain lines: the demo's day, who, what. Never anything of
/// the child.
@Component
@Profile("demo")
class Narrator {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);

    private final PrintStream terminal = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final InstantSource clock;

    Narrator(InstantSource clock) {
        this.clock = clock;
    }

    void tell(String who, String what) {
        line("%-16s %s: %s".formatted(day(today()), who, what));
    }

    void tell(Adviser adviser, String what) {
        tell(adviser.title(), what);
    }

    void line(String text) {
        synchronized (terminal) {
            terminal.println("  " + text);
        }
    }

    /// The moment as the wire formats write it, to the second.
    String moment() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(LONDON));
    }

    Instant instant() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
