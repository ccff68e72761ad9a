package org.ehcexchange;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts the exchange.
@SpringBootApplication
@ConfigurationPropertiesScan
public class Exchange {

    public static void main(String[] args) {
        SpringApplication.run(Exchange.class, args);
    }
}
