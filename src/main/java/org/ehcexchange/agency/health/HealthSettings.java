package org.ehcexchange.agency.health;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.net.URI;

/// The settings of the health channel.
///
/// @param maxMessageSize of one FHIR message with what is inside it; larger documents are uploaded
///     to Binary first
/// @param maxDepth how deep JSON or XML may nest
/// @param baseUrl how partners reach the exchange's FHIR door; absent means this host at the port
///     the exchange listens on
/// @param pageSize most Tasks on one page of a search
@ConfigurationProperties("exchange.health")
record HealthSettings(
        @DefaultValue("10MB") DataSize maxMessageSize,
        @DefaultValue("32") int maxDepth,
        @Nullable URI baseUrl,
        @DefaultValue("50") int pageSize) {

    HealthSettings {
        require(
                maxMessageSize.toBytes() > 0 && maxMessageSize.toMegabytes() <= 100,
                "exchange.health.max-message-size must be more than 0 and at most 100MB");
        require(maxDepth >= 16, "exchange.health.max-depth must be at least 16: FHIR needs 12");
        require(pageSize > 0 && pageSize <= 500, "exchange.health.page-size must be from 1 to 500");
        require(
                baseUrl == null || baseUrl.isAbsolute(),
                "exchange.health.base-url must be absolute, such as https://ehc.example/fhir");
    }

    private static void require(boolean holds, String remedy) {
        if (!holds) {
            throw new IllegalArgumentException(remedy);
        }
    }
}
