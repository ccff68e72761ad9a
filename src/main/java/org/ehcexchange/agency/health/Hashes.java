package org.ehcexchange.agency.health;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// The hashes that FHIR and the exchange use.
final class Hashes {

    private static final int CHUNK = 64 * 1024;

    private Hashes() {}

    /// Lower-case hexadecimal.
    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-256").digest(bytes));
    }

    /// Base64, as FHIR R4 Attachment.hash has it.
    static String sha1(byte[] bytes) {
        return Base64.getEncoder().encodeToString(digest("SHA-1").digest(bytes));
    }

    /// As [#sha1], over a stream that is read to its end and closed.
    static String sha1(InputStream bytes) {
        MessageDigest digest = digest("SHA-1");
        try (bytes) {
            byte[] chunk = new byte[CHUNK];
            for (int n = bytes.read(chunk); n >= 0; n = bytes.read(chunk)) {
                digest.update(chunk, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A stored document could not be read", e);
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }
}
