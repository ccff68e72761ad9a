package org.ehcexchange.console;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// What somebody pasted into a form, read from the connection and kept nowhere.
sealed interface Pasted {

    /// Of one field; the largest message that the demo's mappings have is a hundredth of it.
    int MOST = 1024 * 1024;

    /// What a browser may go on sending after it was refused, so that it shows the refusal.
    int DRAINED = 64 * MOST;

    /// @param facts that the message does not carry; blank where nobody gave any
    record Form(String message, String facts) implements Pasted {}

    record TooLarge() implements Pasted {}

    /// Not a form of these pages, or cut short.
    record BrokenOff() implements Pasted {}

    static Pasted read(HttpServletRequest request) {
        try {
            FileItemIterator parts =
                    new FileUpload().getItemIterator(new ServletRequestContext(request));
            Pasted form = read(parts);
            if (form instanceof TooLarge) {
                Drain.atMost(DRAINED, request.getInputStream());
            }
            return form;
        } catch (IOException brokeOff) {
            return new BrokenOff();
        }
    }

    private static Pasted read(FileItemIterator parts) throws IOException {
        String message = "";
        String facts = "";
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            byte[] bytes = bytes(part);
            if (bytes.length > MOST) {
                return new TooLarge();
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            switch (part.getFieldName()) {
                case "message" -> message = text;
                case "facts" -> facts = text;
                default -> {
                    // The form has no other field.
                }
            }
        }
        return new Form(message, facts);
    }

    private static byte[] bytes(FileItemStream part) throws IOException {
        try (InputStream in = part.openStream()) {
            return in.readNBytes(MOST + 1);
        }
    }
}
