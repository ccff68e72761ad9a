package org.ehcexchange.documents;

import org.ehcexchange.documents.PartFiles.Growing;

import java.io.IOException;
import java.io.InputStream;

/// Adds what a stream brings to a growing part, in small pieces.
///
/// @param brokenOff the sender was cut off; what came before is kept
/// @param tooLong more came than was announced; nothing of this stream is kept
record Growth(boolean brokenOff, boolean tooLong) {

    private static final int PIECE = 65_536;
    private static final int BROKEN = -2;

    /// Reads to the end of the stream, or one byte beyond what is still wanted; on disk afterwards.
    static Growth add(InputStream bytes, Growing part, long size) throws IOException {
        long before = part.size();
        byte[] piece = new byte[PIECE];
        long left = size - before;
        int read = read(bytes, piece, left);
        while (read > 0 && read <= left) {
            part.add(piece, read);
            left -= read;
            read = read(bytes, piece, left);
        }
        if (read > left) {
            part.cutTo(before);
        }
        part.force();
        return new Growth(read == BROKEN, read > left);
    }

    private static int read(InputStream bytes, byte[] piece, long left) {
        try {
            return bytes.read(piece, 0, (int) Math.min(PIECE, left + 1));
        } catch (IOException brokenOff) {
            return BROKEN;
        }
    }
}
