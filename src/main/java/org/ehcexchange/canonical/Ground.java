package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

/// Why a message may be sent: statutory purpose, the provision that carries it, and consent as a
/// fact of its own.
///
/// @param purpose absent only on arrival; the gate then refuses
/// @param provision instrument and provision, such as "SEND Regulations 2014, reg. 6(1)(c)"; absent
///     only on arrival
public record Ground(
        @Nullable Purpose purpose, @Nullable String provision, @Nullable Consent consent) {}
