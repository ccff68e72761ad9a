package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

/// Why a message may be sent: statutory purpose, the provision that carries it, and, as facts of
/// their own, consent and the ground on which a plan is disclosed.
///
/// @param purpose absent only on arrival; the gate then refuses
/// @param provision instrument and provision, such as "SEND Regulations 2014, reg. 6(1)(c)"; absent
///     only on arrival
/// @param disclosure absent where a duty sends the message, and in every message without a plan
public record Ground(
        @Nullable Purpose purpose,
        @Nullable String provision,
        @Nullable Consent consent,
        @Nullable PlanDisclosure disclosure) {

    /// That of a message that discloses no plan beyond what a duty sends.
    public Ground(
            @Nullable Purpose purpose, @Nullable String provision, @Nullable Consent consent) {
        this(purpose, provision, consent, null);
    }
}
