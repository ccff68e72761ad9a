package org.ehcexchange.documents;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a file is by its bytes, whatever it is called; reads its beginning only.
///
/// A Word document is a zip archive, so a zip counts as one only when its parts say so.
final class TypeOfBytes {

    private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();

    private TypeOfBytes() {}

    static String of(Path file) throws IOException {
        String byMagic = magic(file);
        return isArchive(byMagic) && WordPackage.isWordDocument(file)
                ? DocumentsSettings.DOCX
                : byMagic;
    }

    private static String magic(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 65_536)) {
            return MAGIC.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    private static boolean isArchive(String type) {
        return type.equals("application/zip") || type.equals("application/x-tika-ooxml");
    }
}
