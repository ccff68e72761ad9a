package org.ehcexchange.agency.education;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/// How the education channel behaves.
///
/// @param maxMessage the largest XML message taken; documents travel beside it and do not count
/// @param pollEvery how often each partner's SFTP outbox is looked into
/// @param connectWithin how long a partner's SFTP server may take to answer a connection
/// @param waitForDocuments how many looks a message waits for the documents it names before it is
///     refused
@ConfigurationProperties("exchange.education")
record EducationSettings(
        @DefaultValue("10MB") DataSize maxMessage,
        @DefaultValue("5s") Duration pollEvery,
        @DefaultValue("10s") Duration connectWithin,
        @DefaultValue("20") int waitForDocuments) {

    EducationSettings {
        if (maxMessage.toBytes() < 1024 || maxMessage.toMegabytes() > 100) {
            throw new IllegalArgumentException(
                    "exchange.education.max-message must be between 1KB and 100MB, such as 10MB");
        }
        if (pollEvery.toMillis() < 100 || connectWithin.toMillis() < 100) {
            throw new IllegalArgumentException(
                    "exchange.education.poll-every and connect-within must be at least 100ms");
        }
        if (waitForDocuments < 0) {
            throw new IllegalArgumentException(
                    "exchange.education.wait-for-documents must not be negative");
        }
    }
}
