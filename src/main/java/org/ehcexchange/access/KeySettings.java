package org.ehcexchange.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.time.Duration;

/// The keys with which the authority seals what goes to other exchanges.
///
/// @param announce how long a new key is published before it signs, so that partners can pin it
/// @param publish how long a key stays published after it signed last
/// @param firstKey a file with a private JWK (P-256) to begin with; absent: one is made at the
///     first start
@ConfigurationProperties("exchange.keys")
record KeySettings(
        @DefaultValue("7d") Duration announce,
        @DefaultValue("30d") Duration publish,
        @Nullable Path firstKey) {

    KeySettings {
        if (announce.isNegative()) {
            throw new IllegalArgumentException(
                    "exchange.keys.announce is negative: give a duration such as 7d, or 0 to sign"
                            + " with a new key at once");
        }
        if (publish.isNegative()) {
            throw new IllegalArgumentException(
                    "exchange.keys.publish is negative: give a duration such as 30d");
        }
    }
}
