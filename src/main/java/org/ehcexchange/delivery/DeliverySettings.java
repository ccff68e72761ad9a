package org.ehcexchange.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/// How deliveries are carried.
///
/// @param concurrency most deliveries to one partner at once
/// @param firstRetry how long after a first failed attempt the next one waits; doubles each time
/// @param longestRetry the longest wait between two attempts
/// @param attempts after how many failed attempts a person must act
/// @param firstProbe how long after a partner was found away it is tried again; doubles each time
/// @param longestProbe the longest wait between two tries of a partner that is away
/// @param look how often the outbox is looked at when nothing wakes it
/// @param lostAfter when a delivery handed to the broker and not heard of again is handed over anew
/// @param batch most deliveries handed to the broker at once
@ConfigurationProperties("exchange.delivery")
record DeliverySettings(
        @DefaultValue("8") int concurrency,
        @DefaultValue("2s") Duration firstRetry,
        @DefaultValue("15m") Duration longestRetry,
        @DefaultValue("10") int attempts,
        @DefaultValue("2s") Duration firstProbe,
        @DefaultValue("1m") Duration longestProbe,
        @DefaultValue("500ms") Duration look,
        @DefaultValue("10m") Duration lostAfter,
        @DefaultValue("200") int batch) {

    DeliverySettings {
        positive("concurrency", concurrency);
        positive("attempts", attempts);
        positive("batch", batch);
        if (firstRetry.compareTo(longestRetry) > 0) {
            throw new IllegalArgumentException(
                    "exchange.delivery.first-retry is longer than exchange.delivery.longest-retry");
        }
        if (firstProbe.compareTo(longestProbe) > 0) {
            throw new IllegalArgumentException(
                    "exchange.delivery.first-probe is longer than exchange.delivery.longest-probe");
        }
    }

    private static void positive(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "exchange.delivery.%s is %d; give it at least 1".formatted(key, value));
        }
    }
}
