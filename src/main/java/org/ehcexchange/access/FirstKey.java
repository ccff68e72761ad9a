package org.ehcexchange.access;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;

import org.ehcexchange.sealing.Keys;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/// A new sealing key: made here, or read from a file that the operator made beforehand.
final class FirstKey {

    private FirstKey() {}

    /// @param file a private JWK; absent: one is made
    static ECKey of(@Nullable Path file) {
        return file == null ? Keys.generate() : read(file);
    }

    private static ECKey read(Path file) {
        try {
            ECKey key = ECKey.parse(Files.readString(file));
            if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
                throw unusable(file, null);
            }
            return new ECKey.Builder(key).keyID(Keys.thumbprint(key)).build();
        } catch (IOException | ParseException e) {
            throw unusable(file, e);
        }
    }

    private static IllegalStateException unusable(Path file, @Nullable Throwable cause) {
        return new IllegalStateException(
                ("exchange.keys.first-key: %s is not a private JWK of the curve P-256; correct the"
                                + " file, or leave the setting out and a key is made")
                        .formatted(file),
                cause);
    }
}
