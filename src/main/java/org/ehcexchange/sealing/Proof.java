package org.ehcexchange.sealing;

import com.nimbusds.jose.jwk.ECKey;

import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.sealing.Flaw.Fault;
import org.ehcexchange.sealing.Reader.Result;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Who makes one request and which, signed for a minute: what stands in `Authorization: Seal`.
///
/// @param method as HTTP has it, such as PATCH
/// @param path from `/exchange/v1/` on; the host is named by the audience
public record Proof(String method, String path, Instant expiresAt) {

    private static final Duration GOOD_FOR = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /// Proves the sender's next request.
    public static Jws sign(
            ECKey key, OrganisationCode from, OrganisationCode to, Proof proof, Instant at) {
        Instant now = Instant.ofEpochSecond(at.getEpochSecond());
        Header header =
                new Header(Type.PROOF, Keys.thumbprint(key), from, to, now, UUID.randomUUID());
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("htm", proof.method());
        payload.put("htu", proof.path());
        payload.put("exp", proof.expiresAt().getEpochSecond());
        return Jws.sign(key, header, SealedMessage.write(payload));
    }

    /// A proof that ends when it should.
    public static Proof of(String method, String path, Instant at) {
        return new Proof(method, path, at.plus(GOOD_FOR));
    }

    /// What is wrong with a proof for this request at this time; empty when it proves it.
    public static List<Flaw> check(Jws jws, String method, String path, Instant at) {
        return switch (Reader.read(jws.payload(), "/proof", Fault.REQUEST, Proof::read)) {
            case Result.Flawed<Proof>(var flaws) -> flaws;
            case Result.Sound<Proof>(var proof) -> proof.flaws(jws, method, path, at);
        };
    }

    private static Proof read(Fields fields) {
        return new Proof(
                fields.required("htm", Reader.ANY_TEXT),
                fields.required("htu", Reader.ANY_TEXT),
                fields.required("exp", new SecondsKind()));
    }

    private List<Flaw> flaws(Jws jws, String calledMethod, String calledPath, Instant at) {
        if (!method.equals(calledMethod) || !path.equals(calledPath)) {
            return List.of(
                    Flaw.of(
                            Fault.REQUEST,
                            "/proof",
                            "The proof is for another request.",
                            "Sign a proof of its own for each request: its method and its path"
                                    + " from /exchange/v1/ on."));
        }
        boolean tooLong = expiresAt.isAfter(jws.header().issuedAt().plus(LONGEST));
        return tooLong || at.isAfter(expiresAt) ? List.of(expired()) : List.of();
    }

    private static Flaw expired() {
        return Flaw.of(
                Fault.CLOCK,
                "/proof/exp",
                "The proof has expired, or would be good for more than five minutes.",
                "Sign a new proof for each request, good for a minute; check the clock.");
    }
}
