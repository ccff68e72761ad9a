package org.ehcexchange.sealing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;

import org.ehcexchange.sealing.Flaw.Fault;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// One signed thing in its only form: a compact JWS (RFC 7515, 3.1) with a strict header.
///
/// @param text the exact characters, all ASCII; their bytes are what is hashed and kept
public record Jws(String text, Header header, byte[] payload) {

    private static final JWSHeader ES256 = new JWSHeader(JWSAlgorithm.ES256);

    /// What came of reading one; its signature is not looked at yet.
    public sealed interface Reading {
        record Read(Jws jws) implements Reading {}

        record Unreadable(List<Flaw> flaws) implements Reading {}
    }

    /// Signs a payload with a private key, whose id the header names.
    public static Jws sign(ECKey key, Header header, byte[] payload) {
        String input = Base64Text.of(header.bytes()) + "." + Base64Text.of(payload);
        try {
            Base64URL signature =
                    new ECDSASigner(key).sign(ES256, input.getBytes(StandardCharsets.US_ASCII));
            return new Jws(input + "." + signature, header, payload);
        } catch (JOSEException e) {
            throw new IllegalStateException(
                    "Key %s cannot sign with ES256".formatted(header.keyId()), e);
        }
    }

    /// Reads the form and the header, and finds everything that is wrong with them.
    public static Reading read(byte[] bytes, Type expected) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> parts = List.of(text.split("\\.", -1));
        List<Optional<byte[]>> decoded = parts.stream().map(Base64Text::bytes).toList();
        return parts.size() == 3 && decoded.stream().allMatch(Optional::isPresent)
                ? read(text, decoded.stream().map(Optional::get).toList(), expected)
                : new Reading.Unreadable(List.of(notCompact()));
    }

    private static Reading read(String text, List<byte[]> parts, Type expected) {
        return switch (Header.read(parts.getFirst(), expected)) {
            case Reader.Result.Sound<Header>(var header) ->
                    new Reading.Read(new Jws(text, header, parts.get(1)));
            case Reader.Result.Flawed<Header>(var flaws) -> new Reading.Unreadable(flaws);
        };
    }

    private static Flaw notCompact() {
        return Flaw.of(
                Fault.MALFORMED,
                "",
                "This is not a compact JWS: three parts in base64url without padding, joined by"
                        + " dots, and nothing after them.",
                "Send what the JOSE library serialised, unchanged and without a line break.");
    }

    /// Whether this public key made the signature over exactly these characters.
    boolean isSignedBy(ECKey key) {
        int dot = text.lastIndexOf('.');
        byte[] input = text.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
        try {
            return new ECDSAVerifier(key)
                    .verify(ES256, input, new Base64URL(text.substring(dot + 1)));
        } catch (JOSEException unusable) {
            return false;
        }
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Of the exact bytes.
    public String sha256() {
        return Hash.of(text);
    }

    /// What it is and its id: nothing of the payload.
    @Override
    public String toString() {
        return header.type().type() + " " + header.id();
    }
}
