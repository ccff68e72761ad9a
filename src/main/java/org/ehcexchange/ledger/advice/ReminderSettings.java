package org.ehcexchange.ledger.advice;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/// How the exchange watches running clocks.
///
/// @param look how often it looks for reminders that are due
/// @param batch most reminders sent at one look
@ConfigurationProperties("exchange.reminders")
public record ReminderSettings(@DefaultValue("1m") Duration look, @DefaultValue("200") int batch) {

    public ReminderSettings {
        if (look.isNegative() || look.isZero()) {
            throw new IllegalArgumentException("exchange.reminders.look must be positive");
        }
        if (batch < 1) {
            throw new IllegalArgumentException("exchange.reminders.batch must be at least 1");
        }
    }
}
