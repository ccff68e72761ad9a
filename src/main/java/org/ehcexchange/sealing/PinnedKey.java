package org.ehcexchange.sealing;

import com.nimbusds.jose.jwk.ECKey;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A public key that is known to be one organisation's.
///
/// @param jwk public P-256 key
/// @param from when it begins to count; absent means it always has
/// @param until when it ends to count; absent means not yet known
public record PinnedKey(ECKey jwk, @Nullable Instant from, @Nullable Instant until) {

    /// The thumbprint (RFC 7638).
    public String id() {
        return Keys.thumbprint(jwk);
    }

    boolean hasBegun(Instant at) {
        return from == null || !at.isBefore(from);
    }

    boolean hasEnded(Instant at) {
        return until != null && !at.isBefore(until);
    }
}
