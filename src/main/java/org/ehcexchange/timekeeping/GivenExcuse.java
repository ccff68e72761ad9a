package org.ehcexchange.timekeeping;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.Excuse;
import org.ehcexchange.clock.Verdict;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// What somebody relied on for being late, and what came of it: kept whether it excuses or not.
///
/// @param givenOn the day it was put on record
/// @param until the last day it excuses; absent when it was not accepted
/// @param reasons why it was not accepted; empty when it was
public record GivenExcuse(
        Excuse evidence, LocalDate givenOn, @Nullable LocalDate until, List<Violation> reasons) {

    public GivenExcuse {
        reasons = List.copyOf(reasons);
    }

    static GivenExcuse of(Excuse evidence, LocalDate givenOn, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted ->
                    new GivenExcuse(evidence, givenOn, accepted.until(), List.of());
            case Verdict.Refused refused ->
                    new GivenExcuse(evidence, givenOn, null, refused.reasons());
        };
    }

    public boolean accepted() {
        return reasons.isEmpty();
    }
}
