package org.ehcexchange.delivery;

import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How things stand with each partner, and the switch that holds its deliveries back.
public interface Partners {

    /// Every partner with a channel, ordered by code.
    List<Partner> all();

    /// Holds back what waits for a partner until it is resumed; it does not re-arm by itself.
    /// Empty when there is no such partner.
    Optional<Partner> pause(OrganisationCode code, DeadLetters.Decision decision);

    /// Lets deliveries go again, whoever paused them. Empty when there is no such partner.
    Optional<Partner> resume(OrganisationCode code, DeadLetters.Decision decision);

    /// @param waiting deliveries not yet sent
    /// @param dead deliveries that need a person
    /// @param pause absent while deliveries flow
    /// @param lastSentAt absent when nothing was ever sent
    /// @param oldestSince when the oldest that waits was accepted; absent when nothing waits
    /// @param mostAttempts spent on any one that waits or needs a person
    record Partner(
            OrganisationCode code,
            String name,
            String channel,
            long waiting,
            long dead,
            @Nullable Pause pause,
            @Nullable Instant lastSentAt,
            @Nullable Instant oldestSince,
            int mostAttempts) {}

    /// @param by absent when the exchange paused it, because it could not be reached
    /// @param nextProbeAt when the exchange tries again by itself; absent when a person must resume
    record Pause(
            Instant since,
            String why,
            @Nullable OrganisationCode by,
            @Nullable Instant nextProbeAt) {}
}
