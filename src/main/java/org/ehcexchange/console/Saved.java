package org.ehcexchange.console;

import org.ehcexchange.canonical.DocumentReference;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import java.io.InputStream;

/// A document as a browser saves it.
///
/// Its file name is neutral, because titles can be personal; its type is none that a browser would
/// open by itself; and if one shows it all the same, it runs nothing of it.
final class Saved {

    private static final String NOTHING_RUNS =
            "sandbox; default-src 'none'; frame-ancestors 'none'";

    private Saved() {}

    static ResponseEntity<Resource> answer(DocumentReference document, InputStream bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(document.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"document" + ending(document.mediaType()) + "\"")
                .header("Content-Security-Policy", NOTHING_RUNS)
                .body(new InputStreamResource(bytes));
    }

    private static String ending(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> ".pdf";
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ->
                    ".docx";
            default -> "";
        };
    }
}
