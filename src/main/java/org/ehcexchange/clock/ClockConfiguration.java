package org.ehcexchange.clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Makes the clock's pure parts from its settings and files.
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    Rules rules(ClockSettings settings) {
        return new RuleFiles(new PathMatchingResourcePatternResolver()).read(settings.files());
    }

    @Bean
    AdviceClock adviceClock(Rules rules) {
        return new AdviceClock(rules);
    }
}
