package org.ehcexchange.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// The keys that sign tokens, the same for every instance: the newest signs, the older verify.
///
/// Read again every minute, and at once (but at most once a second) for a token signed by a key
/// not yet seen here. Keys live in real time, whatever the demo's clock says.
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);
    private static final int BITS = 2048;

    private final KeyRows rows;
    private final AccessSettings settings;
    private final InstantSource realTime = InstantSource.system();
    private volatile Known known = new Known(List.of(), Instant.EPOCH);

    SigningKeys(KeyRows rows, AccessSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    /// The id of the key that signs now; makes one when there is none or it is too old.
    String signingKeyId() {
        readUnlessReadWithin(READ_AGAIN_AFTER);
        if (known.keys().isEmpty() || isTooOld(known.keys().getFirst())) {
            replace();
        }
        return known.keys().getFirst().jwk().getKeyID();
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        readUnlessReadWithin(READ_AGAIN_AFTER);
        List<JWK> found = selector.select(known.asSet());
        if (!found.isEmpty()) {
            return found;
        }
        readUnlessReadWithin(AT_MOST_EVERY);
        return selector.select(known.asSet());
    }

    private boolean isTooOld(SigningKey newest) {
        return newest.createdAt().plus(settings.keyLifetime()).isBefore(realTime.instant());
    }

    private synchronized void readUnlessReadWithin(Duration period) {
        if (known.readAt().plus(period).isBefore(realTime.instant())) {
            known = new Known(rows.newestFirst(), realTime.instant());
        }
    }

    private synchronized void replace() {
        Instant now = realTime.instant();
        rows.addUnlessNewerThan(now.minus(settings.keyLifetime()), () -> generate(now));
        rows.removeOlderThan(now.minus(settings.keyLifetime().multipliedBy(2)));
        known = new Known(rows.newestFirst(), now);
    }

    private static SigningKey generate(Instant now) {
        try {
            JWK key =
                    new RSAKeyGenerator(BITS)
                            .keyID(UUID.randomUUID().toString())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .generate();
            return new SigningKey(key, now);
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java cannot make an RSA key", e);
        }
    }

    /// What the table held when it was last read, newest first.
    private record Known(List<SigningKey> keys, Instant readAt) {
        JWKSet asSet() {
            return new JWKSet(keys.stream().map(SigningKey::jwk).toList());
        }
    }
}
