package org.ehcexchange.sealing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Public keys as JSON Web Keys (RFC 7517): P-256 only, and read strictly.
public final class Keys {

    private static final Set<String> PUBLIC = Set.of("kty", "crv", "x", "y", "kid", "use", "alg");
    private static final Set<String> PRIVATE =
            Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv");

    private Keys() {}

    /// One thing wrong with a key.
    ///
    /// @param member the JWK's member that it is about; "" is the whole
    public record Problem(String member, String reason) {}

    /// A key, or everything that is wrong with it.
    public sealed interface Reading {
        record Key(ECKey jwk) implements Reading {}

        record Unusable(List<Problem> problems) implements Reading {}
    }

    /// Makes a private key.
    public static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java cannot make a P-256 key", e);
        }
    }

    public static String thumbprint(ECKey key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /// A public key from its members; private ones are refused, so that none lies in a shared file.
    public static Reading read(Map<String, String> members) {
        List<Problem> problems = new ArrayList<>(strangers(members));
        exactly(members, "kty", "EC", problems);
        exactly(members, "crv", "P-256", problems);
        optionally(members, "use", "sig", problems);
        optionally(members, "alg", "ES256", problems);
        coordinate(members, "x", problems);
        coordinate(members, "y", problems);
        return problems.isEmpty() ? key(members) : new Reading.Unusable(problems);
    }

    private static List<Problem> strangers(Map<String, String> members) {
        return members.keySet().stream()
                .filter(name -> !PUBLIC.contains(name))
                .map(Keys::stranger)
                .toList();
    }

    private static Problem stranger(String name) {
        return new Problem(
                name,
                PRIVATE.contains(name)
                        ? "'"
                                + name
                                + "' is part of a private key: give the public members kty, crv, x"
                                + " and y only, and make a new key, since this one is no longer"
                                + " secret"
                        : "'" + name + "' is not a member of a public key known here");
    }

    private static void exactly(
            Map<String, String> members, String name, String value, List<Problem> problems) {
        if (!value.equals(members.get(name))) {
            problems.add(
                    new Problem(name, "'%s' must be %s: keys are P-256".formatted(name, value)));
        }
    }

    private static void optionally(
            Map<String, String> members, String name, String value, List<Problem> problems) {
        if (members.containsKey(name)) {
            exactly(members, name, value, problems);
        }
    }

    private static void coordinate(
            Map<String, String> members, String name, List<Problem> problems) {
        Optional<byte[]> bytes = Base64Text.bytes(members.getOrDefault(name, ""));
        if (bytes.isEmpty() || bytes.get().length != 32) {
            problems.add(
                    new Problem(
                            name, "'%s' is missing or not 32 bytes in base64url".formatted(name)));
        }
    }

    private static Reading key(Map<String, String> members) {
        try {
            ECKey bare =
                    new ECKey.Builder(
                                    Curve.P_256,
                                    new Base64URL(members.get("x")),
                                    new Base64URL(members.get("y")))
                            .build();
            return named(bare, members.get("kid"));
        } catch (IllegalStateException | IllegalArgumentException notOnTheCurve) {
            return unusable("x", "'x' and 'y' are no point of the curve P-256: copy the key again");
        }
    }

    private static Reading named(ECKey bare, @org.jspecify.annotations.Nullable String kid) {
        String thumbprint = thumbprint(bare);
        if (kid != null && !kid.equals(thumbprint)) {
            return unusable(
                    "kid",
                    "'kid' is not the key's thumbprint, which is %s: leave it out, or ask whose key"
                                    .formatted(thumbprint)
                            + " this is");
        }
        return new Reading.Key(
                new ECKey.Builder(bare)
                        .keyID(thumbprint)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.ES256)
                        .build());
    }

    private static Reading unusable(String member, String reason) {
        return new Reading.Unusable(List.of(new Problem(member, reason)));
    }
}
