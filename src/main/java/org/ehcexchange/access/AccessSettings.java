package org.ehcexchange.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/// How long tokens, the keys that sign them and verified secrets last.
///
/// @param tokenLifetime how long an access token is good for
/// @param keyLifetime how long a key signs; it verifies for as long again
/// @param rememberSecrets how long a secret found right is not checked against its slow hash again
@ConfigurationProperties("exchange.access")
record AccessSettings(
        @DefaultValue("5m") Duration tokenLifetime,
        @DefaultValue("30d") Duration keyLifetime,
        @DefaultValue("10m") Duration rememberSecrets) {

    private static final Duration LONGEST_TOKEN = Duration.ofHours(1);

    AccessSettings {
        if (!tokenLifetime.isPositive() || tokenLifetime.compareTo(LONGEST_TOKEN) > 0) {
            throw new IllegalArgumentException(
                    "exchange.access.token-lifetime must be positive and at most 1h, such as 5m");
        }
        if (keyLifetime.compareTo(LONGEST_TOKEN.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "exchange.access.key-lifetime must be at least 2h, such as 30d: a token must"
                            + " not outlive the key that verifies it");
        }
        if (rememberSecrets.isNegative()) {
            throw new IllegalArgumentException(
                    "exchange.access.remember-secrets must not be negative; 0 checks every time");
        }
    }
}
