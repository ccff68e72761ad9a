package org.ehcexchange.agency.authority;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/// What passes between this exchange and others.
///
/// @param maxMessage the largest sealed message taken; documents travel beside it
/// @param clockSkew how far another exchange's clock may be ahead of this one's
/// @param chunk how much of a document is sent in one request; after a cut line the sending goes on
///     at the last whole request, or later
@ConfigurationProperties("exchange.sealing")
record SealingSettings(
        @DefaultValue("4MB") DataSize maxMessage,
        @DefaultValue("5m") Duration clockSkew,
        @DefaultValue("4MB") DataSize chunk) {

    SealingSettings {
        if (maxMessage.toKilobytes() < 16 || maxMessage.toMegabytes() > 64) {
            throw new IllegalArgumentException(
                    "exchange.sealing.max-message must be between 16KB and 64MB, such as 4MB: a"
                            + " message is held in memory");
        }
        if (clockSkew.isNegative()) {
            throw new IllegalArgumentException(
                    "exchange.sealing.clock-skew is negative: give a duration such as 5m");
        }
        if (chunk.toKilobytes() < 1 || chunk.toMegabytes() > 1024) {
            throw new IllegalArgumentException(
                    "exchange.sealing.chunk must be between 1KB and 1024MB, such as 4MB");
        }
    }
}
