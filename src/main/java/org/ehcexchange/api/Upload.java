package org.ehcexchange.api;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

import java.io.IOException;
import java.io.InputStream;

/// A document on its way in: what is said of it, and its bytes as they arrive.
///
/// Parts are read one after the other straight from the connection, so nothing of a document is
/// held in memory or written twice. What is said must therefore come before the bytes.
///
/// @param type media type as declared
record Upload(DocumentDetails details, String type, InputStream bytes) {

    static final String METADATA = "metadata";
    static final String FILE = "file";
    private static final int MOST_METADATA = 16 * 1024;

    /// @throws Refused when the parts are not the two expected
    static Upload multipart(HttpServletRequest request) {
        try {
            FileItemIterator parts =
                    new FileUpload().getItemIterator(new ServletRequestContext(request));
            return new Upload(details(next(parts, METADATA)), "", InputStream.nullInputStream())
                    .with(next(parts, FILE));
        } catch (IOException unreadable) {
            throw Refused.malformed(
                    "",
                    "The multipart body cannot be read, or broke off.",
                    "Send multipart/form-data with the parts metadata and file, in this order.");
        }
    }

    /// The bytes are the whole body, and nothing is said of them but their type.
    static Upload raw(HttpServletRequest request) {
        try {
            return new Upload(
                    DocumentDetails.NONE,
                    String.valueOf(request.getContentType()),
                    request.getInputStream());
        } catch (IOException brokeOff) {
            throw Refused.malformed("", "The upload broke off before it began.", "Send it again.");
        }
    }

    private Upload with(FileItemStream file) throws IOException {
        return new Upload(details, String.valueOf(file.getContentType()), file.openStream());
    }

    private static FileItemStream next(FileItemIterator parts, String name) throws IOException {
        FileItemStream part = parts.hasNext() ? parts.next() : null;
        if (part == null || !name.equals(part.getFieldName())) {
            throw Refused.malformed(
                    "",
                    "The part '%s' is missing or not in its place.".formatted(name),
                    "Send two parts: metadata (JSON), then file.");
        }
        return part;
    }

    private static DocumentDetails details(FileItemStream part) throws IOException {
        try (InputStream json = part.openStream()) {
            byte[] bytes = json.readNBytes(MOST_METADATA + 1);
            if (bytes.length > MOST_METADATA) {
                throw Refused.malformed(
                        "",
                        "The metadata is larger than 16 KB.",
                        "Send title, sha256 and label only.");
            }
            return DocumentDetails.read(bytes);
        }
    }
}
