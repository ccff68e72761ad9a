package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// Consent given: by whom, when and for what; withdrawn consent stays on record with its date.
public record Consent(
        ConsentGiver givenBy, LocalDate givenOn, String scope, @Nullable LocalDate withdrawnOn) {

    @Override
    public String toString() {
        return "Consent[not shown]";
    }
}
