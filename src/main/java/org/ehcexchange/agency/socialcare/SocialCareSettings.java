package org.ehcexchange.agency.socialcare;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How the social care channel behaves.
///
/// @param maxMessage the largest JSON message taken
@ConfigurationProperties("exchange.social-care")
record SocialCareSettings(@DefaultValue("10MB") DataSize maxMessage) {

    SocialCareSettings {
        if (maxMessage.toBytes() < 1024 || maxMessage.toMegabytes() > 100) {
            throw new IllegalArgumentException(
                    "exchange.social-care.max-message must be between 1KB and 100MB, such as 10MB");
        }
    }
}
