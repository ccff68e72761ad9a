package org.ehcexchange.ledger.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.time.Duration;

/// Where the ledger's PostgreSQL is: an external one by `url`, else one of our own in `folder`.
///
/// @param url JDBC URL of an external PostgreSQL; absent: the embedded one
/// @param user of the external PostgreSQL
/// @param password of the external PostgreSQL
/// @param folder of the embedded PostgreSQL, relative to the working directory
/// @param poolSize most connections at once
/// @param stopWithin how long to wait for a server left over by a killed process to stop
@ConfigurationProperties("exchange.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("data/postgres") Path folder,
        @DefaultValue("16") int poolSize,
        @DefaultValue("30s") Duration stopWithin) {

    DatabaseSettings {
        if (poolSize < 4) {
            throw new IllegalArgumentException(
                    "exchange.database.pool-size is " + poolSize + "; give it at least 4");
        }
        if (url != null && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "exchange.database.url must start with jdbc:postgresql:"
                            + " (EXCHANGE_DATABASE_URL)");
        }
    }
}
