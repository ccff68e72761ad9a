package org.ehcexchange.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/// How the exchange watches changes of commissioner.
///
/// @param look how often it looks for changes to prepare, approved notifications and reminders that
///     are due
@ConfigurationProperties("exchange.notification")
record NotificationSettings(@DefaultValue("1m") Duration look) {

    NotificationSettings {
        if (look.isNegative() || look.isZero()) {
            throw new IllegalArgumentException("exchange.notification.look must be positive");
        }
    }
}
