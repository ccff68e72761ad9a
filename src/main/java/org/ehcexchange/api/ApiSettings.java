package org.ehcexchange.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What the doors for programs take.
///
/// @param maxMessage the largest canonical message; documents travel beside it
@ConfigurationProperties("exchange.api")
record ApiSettings(@DefaultValue("1MB") DataSize maxMessage) {

    ApiSettings {
        if (maxMessage.toBytes() < 1024 || maxMessage.toMegabytes() > 64) {
            throw new IllegalArgumentException(
                    "exchange.api.max-message must be between 1KB and 64MB, such as 1MB: a message"
                            + " is held in memory");
        }
    }
}
