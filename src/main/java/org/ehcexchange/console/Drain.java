package org.ehcexchange.console;

import java.io.IOException;
import java.io.InputStream;

/// Reads what a browser still sends and nobody wants: it hears no answer before it has sent it.
final class Drain {

    private static final int PIECE = 64 * 1024;

    private Drain() {}

    static void atMost(long most, InputStream rest) throws IOException {
        long left = most;
        byte[] piece = new byte[PIECE];
        for (int n = 0; n >= 0 && left > 0; left -= n) {
            n = rest.read(piece);
        }
    }
}
