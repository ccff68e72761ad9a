package org.ehcexchange.disclosure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the one gate, and the one list of who must be told, as they ship.
@Configuration(proxyBeanMethods = false)
class DisclosureConfiguration {

    @Bean
    Gate gate() {
        return new Gate(DisclosureRules.shipped());
    }

    @Bean
    MandatoryRecipients mandatoryRecipients() {
        return MandatoryRecipients.shipped();
    }
}
