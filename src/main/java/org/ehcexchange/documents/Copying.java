package org.ehcexchange.documents;

import org.ehcexchange.documents.Documents.Problem;
import org.springframework.util.unit.DataSize;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Copies a document to disk in small pieces, hashing and counting on the way.
sealed interface Copying {

    /// @param size in bytes
    record Copied(String sha256, long size) implements Copying {}

    record NotCopied(Problem problem) implements Copying {}

    static Copying copy(InputStream in, OutputStream out, DataSize most) throws IOException {
        MessageDigest sha256 = sha256();
        byte[] piece = new byte[65_536];
        long size = 0;
        for (int n = read(in, piece); n != END; n = read(in, piece)) {
            size += Math.max(n, 0);
            if (n == BROKEN || size > most.toBytes()) {
                return new NotCopied(n == BROKEN ? Problem.INCOMPLETE : Problem.TOO_LARGE);
            }
            sha256.update(piece, 0, n);
            out.write(piece, 0, n);
        }
        return size == 0
                ? new NotCopied(Problem.EMPTY)
                : new Copied(HexFormat.of().formatHex(sha256.digest()), size);
    }

    /// Of a file that is here already.
    static String sha256(Path file) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[65_536];
            for (int n = in.read(piece); n != END; n = in.read(piece)) {
                sha256.update(piece, 0, n);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    int END = -1;
    int BROKEN = -2;

    /// Tells a sender that broke off from a disk that failed: only the second is our fault.
    private static int read(InputStream in, byte[] piece) {
        try {
            return in.read(piece);
        } catch (IOException brokenOff) {
            return BROKEN;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256; this one does not", e);
        }
    }
}
