package org.ehcexchange;

import org.ehcexchange.evidence.VerifyEvidence;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

import java.util.Arrays;

/// Starts the exchange, or checks a file of evidence without starting anything.
@SpringBootApplication
@ConfigurationPropertiesScan
public class Exchange {

    public static void main(String[] args) {
        // Maven puts its profile before what it was told.
        int command = Arrays.asList(args).indexOf(VerifyEvidence.COMMAND);
        if (command >= 0) {
            VerifyEvidence.main(Arrays.copyOfRange(args, command + 1, args.length));
        } else {
            SpringApplication.run(Exchange.class, args);
        }
    }
}
