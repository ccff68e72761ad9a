package org.ehcexchange.documents;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/// How much another exchange may leave here before a message names it.
///
/// @param most how many parts one sender may have under way at once
/// @param mostBytes how many bytes they may announce together
/// @param keepFor how long a part that neither grows nor is named by a message is kept
@ConfigurationProperties("exchange.parts")
record PartsSettings(
        @DefaultValue("200") int most,
        @DefaultValue("2GB") DataSize mostBytes,
        @DefaultValue("7d") Duration keepFor) {

    PartsSettings {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "exchange.parts.most is %d; give it at least 1".formatted(most));
        }
        if (mostBytes.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "exchange.parts.most-bytes must be at least 1B, such as 2GB");
        }
        if (keepFor.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException(
                    "exchange.parts.keep-for must be at least 1h, such as 7d: a sender whose line"
                            + " was cut goes on later");
        }
    }
}
