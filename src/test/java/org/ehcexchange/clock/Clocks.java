package org.ehcexchange.clock;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Rules and clocks for tests.
public final class Clocks {

    static final ClockSettings SETTINGS = settings("classpath:rules/clock");

    static final WorkingDays ENGLAND = BankHolidays.england(SETTINGS);

    private Clocks() {}

    /// The rules as they ship, with their default settings.
    public static Rules shipped() {
        return read(SETTINGS);
    }

    static ClockSettings settings(String folder) {
        return new ClockSettings(folder, false, 2028, List.of(), List.of());
    }

    static Rules read(ClockSettings settings) {
        return rules(settings, ENGLAND);
    }

    static Rules rules(ClockSettings settings, WorkingDays workingDays) {
        return new Rules(
                new RuleFiles(new PathMatchingResourcePatternResolver()).read(settings),
                new Calendar(workingDays, settings.rollOn()));
    }

    public static Rules rules(Rule... versions) {
        return new Rules(List.of(versions), new Calendar(ENGLAND, false));
    }

    static Rule rule(int version, String inForceFrom, int weeks) {
        return new Rule(
                "advice-return",
                version,
                LocalDate.parse(inForceFrom),
                "An Invented Order, art. 1",
                "Advice is given.",
                Map.of("receivedOn", "the day of receipt"),
                "receivedOn",
                Bound.DEADLINE,
                List.of(
                        new Stretch(
                                "receivedOn",
                                weeks,
                                Unit.WEEKS,
                                Counting.EXCLUSIVE,
                                Direction.AFTER,
                                "It is the only period.")),
                "body",
                "authority",
                "advice",
                new Span(1, Unit.WEEKS),
                List.of(new Span(2, Unit.WEEKS), new Span(1, Unit.WEEKS)),
                List.of(),
                List.of());
    }

    static AdviceClock clock(Rule... versions) {
        return new AdviceClock(rules(versions));
    }

    static Working worked(Work work) {
        return switch (work) {
            case Working working -> working;
            case Unworkable no -> throw new AssertionError(no.reasons().toString());
        };
    }
}
