package org.ehcexchange.clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.util.List;

/// Makes the clock's pure parts from its settings and files.
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    Rules rules(ClockSettings settings) {
        List<Rule> versions =
                new RuleFiles(new PathMatchingResourcePatternResolver()).read(settings);
        return new Rules(versions, new Calendar(BankHolidays.england(settings), settings.rollOn()));
    }

    @Bean
    AdviceClock adviceClock(Rules rules) {
        return new AdviceClock(rules);
    }
}
