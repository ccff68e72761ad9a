package org.ehcexchange.console;

import org.ehcexchange.delivery.Partners.Partner;
import org.ehcexchange.delivery.Partners.Pause;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// How things stand with one partner.
///
/// @param oldest since when the oldest waits; empty when nothing does
/// @param lastSent empty when it never took anything
/// @param pause in words; absent while deliveries flow
record PartnerLine(
        String code,
        String name,
        String channel,
        long waiting,
        long dead,
        int attempts,
        String oldest,
        String lastSent,
        @Nullable String pause) {

    static PartnerLine of(Partner partner, Names names) {
        Pause pause = partner.pause();
        return new PartnerLine(
                partner.code().value(),
                partner.name(),
                partner.channel(),
                partner.waiting(),
                partner.dead(),
                partner.mostAttempts(),
                time(partner.oldestSince()),
                time(partner.lastSentAt()),
                pause == null ? null : words(pause, names));
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : Words.moment(at);
    }

    private static String words(Pause pause, Names names) {
        var by = pause.by();
        Instant next = pause.nextProbeAt();
        return "%s since %s: %s%s"
                .formatted(
                        by == null ? "by the exchange" : "by " + names.of(by),
                        Words.moment(pause.since()),
                        pause.why(),
                        next == null
                                ? "; until a person resumes it"
                                : "; tried again by itself at " + Words.moment(next));
    }
}
