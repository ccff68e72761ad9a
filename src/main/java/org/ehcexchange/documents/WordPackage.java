package org.ehcexchange.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Tells a Word document from any other zip archive by the content types of its parts (ECMA-376
/// part 2, 7.2).
///
/// Only one small part is unpacked, and an archive with an unlikely index is not opened at all, so
/// neither a large nor a hostile archive costs memory.
final class WordPackage {

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String MAIN_PART = DocumentsSettings.DOCX + ".main+xml";
    private static final String MACROS = "vbaProject";
    private static final int MOST_CONTENT_TYPES = 1 << 20;
    private static final long MOST_INDEX = 4L << 20;
    private static final int END_RECORD = 22;
    private static final int MOST_COMMENT = 65_535;
    private static final int END_SIGNATURE = 0x06054b50;

    private WordPackage() {}

    static boolean isWordDocument(Path file) throws IOException {
        long index = indexSize(file);
        if (index < 0 || index > MOST_INDEX) {
            return false;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String types = contentTypes(zip);
            return types.contains(MAIN_PART) && !types.contains(MACROS);
        } catch (ZipException notAnArchive) {
            return false;
        }
    }

    private static String contentTypes(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(CONTENT_TYPES);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(MOST_CONTENT_TYPES), StandardCharsets.UTF_8);
        }
    }

    /// Bytes of the archive's central directory, from its end record; negative when there is none.
    private static long indexSize(Path file) throws IOException {
        ByteBuffer tail = tail(file);
        for (int at = tail.limit() - END_RECORD; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE) {
                return Integer.toUnsignedLong(tail.getInt(at + 12));
            }
        }
        return -1;
    }

    private static ByteBuffer tail(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(bytes.length(), END_RECORD + MOST_COMMENT)];
            bytes.seek(bytes.length() - tail.length);
            bytes.readFully(tail);
            return ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
