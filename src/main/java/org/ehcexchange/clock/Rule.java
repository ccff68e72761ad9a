package org.ehcexchange.clock;

import java.time.LocalDate;
import java.util.Locale;

/// One version of one statutory time limit, as its file under `rules/` states it.
///
/// @param inForceFrom the first event day this version judges; earlier events keep earlier versions
/// @param trigger the event that starts it, in words
/// @param metBy what ends it, in words
public record Rule(
        String id,
        int version,
        LocalDate inForceFrom,
        String provision,
        String trigger,
        int period,
        Unit unit,
        Counting counting,
        String owedBy,
        String owedTo,
        String metBy) {

    public Rule {
        if (period < 1) {
            throw new IllegalArgumentException(
                    "rule " + id + ": the period must be at least 1, not " + period);
        }
    }

    Due due(LocalDate eventOn) {
        return new Due(id, version, provision, eventOn, dueOn(eventOn), basis(eventOn));
    }

    LocalDate dueOn(LocalDate eventOn) {
        LocalDate last = eventOn.plusDays(days());
        return switch (counting) {
            case EXCLUSIVE -> last;
            case INCLUSIVE -> last.minusDays(1);
        };
    }

    /// The period's length in calendar days.
    int days() {
        return period * unit.days();
    }

    private String basis(LocalDate eventOn) {
        String counted =
                switch (counting) {
                    case EXCLUSIVE -> "of";
                    case INCLUSIVE -> "beginning with";
                };
        return "%d %s %s %s, %s"
                .formatted(period, unit.name().toLowerCase(Locale.ROOT), counted, eventOn, trigger);
    }
}
