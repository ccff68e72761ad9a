package org.ehcexchange.disclosure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the one gate, with the rules as they ship.
@Configuration(proxyBeanMethods = false)
class DisclosureConfiguration {

    @Bean
    Gate gate() {
        return new Gate(DisclosureRules.shipped());
    }
}
