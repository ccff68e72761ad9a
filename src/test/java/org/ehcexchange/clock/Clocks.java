package org.ehcexchange.clock;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/// Rules and clocks for tests.
final class Clocks {

    static final ClockSettings SETTINGS =
            new ClockSettings("classpath:rules/*.yaml", Period.ofWeeks(4), Period.ofWeeks(5));

    private Clocks() {}

    static Rules shipped() {
        return read(SETTINGS.rules());
    }

    static Rules read(String pattern) {
        return new RuleFiles(new PathMatchingResourcePatternResolver()).read(pattern);
    }

    static Rule rule(int version, String inForceFrom, int weeks) {
        return new Rule(
                "advice-return",
                version,
                LocalDate.parse(inForceFrom),
                "An Invented Order, art. 1",
                "receipt",
                weeks,
                Unit.WEEKS,
                Counting.EXCLUSIVE,
                "body",
                "authority",
                "advice");
    }

    static AdviceClock clock(Rule... versions) {
        return new AdviceClock(new Rules(List.of(versions)), SETTINGS);
    }
}
