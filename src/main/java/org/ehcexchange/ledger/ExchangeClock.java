package org.ehcexchange.ledger;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import java.time.InstantSource;

/// The one clock of the exchange: the machine's.
@Configuration(proxyBeanMethods = false)
@Profile("!demo")
class ExchangeClock {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
