package org.ehcexchange.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Base64url as JWS writes it (RFC 7515, appendix C), and no other spelling of the same bytes.
///
/// Java's own decoder lets padding and unused bits pass, so that two texts could mean one thing
/// (RFC 4648, 3.5); one flipped character must never go unseen.
final class Base64Text {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Base64Text() {}

    static String of(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<byte[]> bytes(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return of(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
