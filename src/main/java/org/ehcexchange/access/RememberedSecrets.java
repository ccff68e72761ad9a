package org.ehcexchange.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Checks secrets against their slow hashes, and remembers for a while which were right.
///
/// What is remembered is a keyed digest of secret and hash, under a key that dies with the process;
/// a changed hash forgets at once. Wrong secrets are never remembered, and slow checks go one at a
/// time, so that guessing takes one core at most.
final class RememberedSecrets implements PasswordEncoder {

    private static final String DEMO_SECRET = "demo";

    private final PasswordEncoder slow = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final Semaphore oneAtATime = new Semaphore(1, true);
    private final SecretKeySpec key = new SecretKeySpec(random(), "HmacSHA256");
    private final Cache<String, Boolean> right;
    private final boolean demo;

    /// @param demo whether the demo's secret is taken
    RememberedSecrets(Duration remember, boolean demo) {
        this.right = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(remember).build();
        this.demo = demo;
    }

    @Override
    public boolean matches(CharSequence secret, String hash) {
        if (!demo && DEMO_SECRET.contentEquals(secret)) {
            return false;
        }
        String digest = digest(secret, hash);
        if (right.getIfPresent(digest) != null) {
            return true;
        }
        boolean matches = matchesSlowly(secret, hash);
        if (matches) {
            right.put(digest, true);
        }
        return matches;
    }

    private boolean matchesSlowly(CharSequence secret, String hash) {
        oneAtATime.acquireUninterruptibly();
        try {
            return slow.matches(secret, hash);
        } finally {
            oneAtATime.release();
        }
    }

    @Override
    public String encode(CharSequence secret) {
        return slow.encode(secret);
    }

    private String digest(CharSequence secret, String hash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of()
                    .formatHex(mac.doFinal(secret.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256; this one does not", e);
        }
    }

    private static byte[] random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
