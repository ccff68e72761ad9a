package org.ehcexchange.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/// Which emails people get; none unless `from`, `pages` and `spring.mail.host` are given.
///
/// @param from the address emails come from, such as `EHC Exchange <no-reply@council.example>`;
///     absent: no notices
/// @param pages where people reach the pages, such as `https://ehc.council.example`: links begin
///     with it
/// @param look how often it looks for what to tell; what one look finds for a person is one email
/// @param morning from when on, in London, people are told what a new day brings and what can wait
///     for it
/// @param firstRetry how long after a failed try an email is tried again; doubles each time
/// @param longestRetry the longest wait between two tries
/// @param giveUpAfter how long an email is tried; then it is given up, which is audited and counted
@ConfigurationProperties("exchange.notices")
record NoticeSettings(
        @Nullable String from,
        @Nullable URI pages,
        @DefaultValue("30s") Duration look,
        @DefaultValue("07:00") LocalTime morning,
        @DefaultValue("1m") Duration firstRetry,
        @DefaultValue("30m") Duration longestRetry,
        @DefaultValue("3d") Duration giveUpAfter) {

    NoticeSettings {
        together(from, pages);
        checkFrom(from);
        checkPages(pages);
        positive("look", look);
        positive("first-retry", firstRetry);
        positive("give-up-after", giveUpAfter);
        if (firstRetry.compareTo(longestRetry) > 0) {
            throw new IllegalArgumentException(
                    "exchange.notices.first-retry is longer than exchange.notices.longest-retry");
        }
    }

    boolean isOn() {
        return from != null;
    }

    /// The address alone, without a name before it.
    InternetAddress sender() {
        return parsed(from == null ? "" : from);
    }

    /// Where a page is, for people outside.
    String link(String path) {
        String start = pages == null ? "" : pages.toString();
        return (start.endsWith("/") ? start.substring(0, start.length() - 1) : start) + path;
    }

    /// How long to wait after so many failed tries.
    Duration waitAfter(int failures) {
        Duration wait = firstRetry.multipliedBy(1L << Math.clamp(failures - 1, 0, 20));
        return wait.compareTo(longestRetry) > 0 ? longestRetry : wait;
    }

    private static void together(@Nullable String from, @Nullable URI pages) {
        if ((from == null) != (pages == null)) {
            throw new IllegalArgumentException(
                    "exchange.notices.%s is given and exchange.notices.%s is not: notices need both, or give neither for none"
                            .formatted(
                                    from == null ? "pages" : "from",
                                    from == null ? "from" : "pages"));
        }
    }

    private static void checkFrom(@Nullable String from) {
        if (from != null) {
            InternetAddress unused = parsed(from);
        }
    }

    private static InternetAddress parsed(String from) {
        try {
            InternetAddress address = new InternetAddress(from, true);
            address.validate();
            return address;
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "exchange.notices.from is not an email address such as EHC Exchange"
                            + " <no-reply@council.example>",
                    e);
        }
    }

    private static void checkPages(@Nullable URI pages) {
        if (pages != null && !isWeb(pages)) {
            throw new IllegalArgumentException(
                    "exchange.notices.pages is not the address of the pages, such as"
                            + " https://ehc.council.example");
        }
    }

    private static boolean isWeb(URI pages) {
        return List.of("http", "https").contains(String.valueOf(pages.getScheme()))
                && pages.getHost() != null
                && pages.getQuery() == null
                && pages.getFragment() == null;
    }

    private static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "exchange.notices.%s must be positive".formatted(key));
        }
    }
}
