package org.ehcexchange.sealing;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.sealing.Flaw.Fault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The keys that are known to be each organisation's, whoever says so: a directory, or a file of
/// evidence.
@FunctionalInterface
public interface KeyRing {

    /// None for an organisation that signs nothing.
    List<PinnedKey> of(OrganisationCode organisation);

    /// What came of checking who signed.
    sealed interface Checking {
        record Signed(PinnedKey by) implements Checking {}

        record NotSigned(Flaw flaw) implements Checking {}
    }

    /// Whether a key of the issuer's, good at that time, signed exactly this.
    default Checking check(Jws jws, Instant at) {
        List<PinnedKey> keys = of(jws.header().issuer());
        if (keys.isEmpty()) {
            return new Checking.NotSigned(unknownSender(jws));
        }
        Optional<PinnedKey> named =
                keys.stream().filter(key -> key.id().equals(jws.header().keyId())).findFirst();
        return named.isEmpty()
                ? new Checking.NotSigned(unknownKey(jws))
                : check(jws, at, named.get());
    }

    private static Checking check(Jws jws, Instant at, PinnedKey key) {
        if (!key.hasBegun(at)) {
            return new Checking.NotSigned(early(key));
        }
        if (key.hasEnded(at)) {
            return new Checking.NotSigned(expired(key));
        }
        return jws.isSignedBy(key.jwk())
                ? new Checking.Signed(key)
                : new Checking.NotSigned(wrong(jws));
    }

    private static Flaw unknownSender(Jws jws) {
        return Flaw.of(
                Fault.UNKNOWN_SENDER,
                "/header/iss",
                "No key of %s is known here.".formatted(jws.header().issuer()),
                "Ask the operator to pin your exchange's keys in its directory (channel type"
                        + " exchange).");
    }

    private static Flaw unknownKey(Jws jws) {
        return Flaw.of(
                Fault.UNKNOWN_KEY,
                "/header/kid",
                "The key is none of those known of %s.".formatted(jws.header().issuer()),
                "Ask the operator to pin the new key before you sign with it; until then sign with"
                        + " the one that is pinned.");
    }

    private static Flaw early(PinnedKey key) {
        return Flaw.of(
                Fault.EARLY_KEY,
                "/header/kid",
                "The key counts only from %s.".formatted(key.from()),
                "Sign with the key before it until then, or ask the operator to correct 'from'.");
    }

    private static Flaw expired(PinnedKey key) {
        return Flaw.of(
                Fault.EXPIRED_KEY,
                "/header/kid",
                "The key counted only until %s.".formatted(key.until()),
                "Sign with a key that is pinned and still counts.");
    }

    private static Flaw wrong(Jws jws) {
        return Flaw.of(
                Fault.SIGNATURE,
                "/signature",
                "The signature is not that of %s over these bytes."
                        .formatted(jws.header().issuer()),
                "Sign and send the same bytes; something changed them on the way, or another key"
                        + " signed them.");
    }
}
