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
import java.util.List;
import java.util.UUID;

/// The keys that sign tokens, the same for every instance: the newest signs, the older verify.
///
/// Read again every minute, and at once (but at most once a second) for a token signed by a key
/// not yet seen here.
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);
    private static final int BITS = 2048;

    private final KeyRows rows;
    private final AccessSettings settings;
    private final RealTime time;
    private final KnownKeys known;

    SigningKeys(KeyRows rows, AccessSettings settings, RealTime time) {
        this.rows = rows;
        this.settings = settings;
        this.time = time;
        this.known = new KnownKeys(rows, KeyRows.ACCESS_TOKENS, time);
    }

    /// The id of the key that signs now; makes one when there is none or it is too old.
    String signingKeyId() {
        List<SigningKey> keys = known.asOf(READ_AGAIN_AFTER);
        if (keys.isEmpty() || isTooOld(keys.getFirst())) {
            replace();
        }
        return known.asOf(READ_AGAIN_AFTER).getFirst().jwk().getKeyID();
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        List<JWK> found = selector.select(asSet(READ_AGAIN_AFTER));
        return found.isEmpty() ? selector.select(asSet(AT_MOST_EVERY)) : found;
    }

    private JWKSet asSet(Duration ago) {
        return new JWKSet(known.asOf(ago).stream().map(SigningKey::jwk).toList());
    }

    private boolean isTooOld(SigningKey newest) {
        return newest.createdAt().plus(settings.keyLifetime()).isBefore(time.instant());
    }

    private synchronized void replace() {
        Instant now = time.instant();
        Instant tooOld = now.minus(settings.keyLifetime());
        rows.addUnless(
                KeyRows.ACCESS_TOKENS, k -> k.createdAt().isAfter(tooOld), () -> generate(now));
        rows.removeOlderThan(KeyRows.ACCESS_TOKENS, tooOld.minus(settings.keyLifetime()));
        known.readAgain();
    }

    private static SigningKey generate(Instant now) {
        try {
            JWK key =
                    new RSAKeyGenerator(BITS)
                            .keyID(UUID.randomUUID().toString())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .generate();
            return new SigningKey(key, now, now);
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java cannot make an RSA key", e);
        }
    }
}
