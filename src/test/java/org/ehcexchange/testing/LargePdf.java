package org.ehcexchange.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// So many bytes that look like a PDF, made while they are read.
public final class LargePdf extends InputStream {

    private static final byte[] START = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    private static final long LOOK_EVERY = 4L * 1024 * 1024;

    private final long size;
    private final Heap heap;
    private long at;

    /// @param heap looked at on the way
    public LargePdf(long size, Heap heap) {
        this.size = size;
        this.heap = heap;
    }

    public static String sha256(long size) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream bytes =
                    new DigestInputStream(new LargePdf(size, new Heap()), digest)) {
                bytes.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int read() {
        if (at == size) {
            return -1;
        }
        if (at % LOOK_EVERY == 0) {
            heap.look();
        }
        int next = at < START.length ? START[(int) at] : (int) (at % 251);
        at++;
        return next;
    }
}
