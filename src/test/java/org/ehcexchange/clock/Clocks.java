package org.ehcexchange.clock;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Rules and clocks for tests.
final class Clocks {

    static final ClockSettings SETTINGS = new ClockSettings("classpath:rules/clock");

    private Clocks() {}

    static Rules shipped() {
        return read(SETTINGS);
    }

    static Rules read(ClockSettings settings) {
        return new RuleFiles(new PathMatchingResourcePatternResolver()).read(settings.files());
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
                List.of(new Span(2, Unit.WEEKS), new Span(1, Unit.WEEKS)));
    }

    static AdviceClock clock(Rule... versions) {
        return new AdviceClock(new Rules(List.of(versions)));
    }
}
