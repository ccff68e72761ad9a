package org.ehcexchange.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/// How the exchange calls partners over HTTP.
///
/// @param connectWithin how long a connection may take to open
/// @param answerWithin how long a partner may take to answer
/// @param sslBundle the name of a `spring.ssl.bundle` with the certificate that the exchange shows
///     partners and those it trusts; absent: it shows none and trusts what Java trusts
@ConfigurationProperties("exchange.http")
record HttpSettings(
        @DefaultValue("5s") Duration connectWithin,
        @DefaultValue("30s") Duration answerWithin,
        @Nullable String sslBundle) {

    HttpSettings {
        if (connectWithin.isNegative() || connectWithin.isZero()) {
            throw new IllegalArgumentException("exchange.http.connect-within must be positive");
        }
        if (answerWithin.isNegative() || answerWithin.isZero()) {
            throw new IllegalArgumentException("exchange.http.answer-within must be positive");
        }
    }
}
