package org.ehcexchange.agency.health;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.ehcexchange.canonical.Confidentiality;
import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.directory.Channel.WireFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// Streams a document out: its bytes, or, to who asks for FHIR, a Binary resource around them.
@Component
final class BinaryWriting {

    private static final String JSON =
            "{\"resourceType\":\"Binary\",\"id\":\"%s\",%s\"contentType\":\"%s\",\"data\":\"";
    private static final String XML =
            "<Binary xmlns=\"http://hl7.org/fhir\"><id value=\"%s\"/>%s<contentType value=\"%s\"/>"
                    + "<data value=\"";
    private static final String LABEL = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            DocumentReference document,
            InputStream bytes)
            throws IOException {
        response.setHeader("ETag", "\"" + document.sha256() + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        String accept = String.valueOf(request.getHeader("Accept")).toLowerCase(Locale.ROOT);
        if (accept.contains("fhir+")) {
            writeResource(response, document, bytes, MediaTypes.wanted(accept));
        } else {
            writeBytes(response, document, bytes);
        }
    }

    private static void writeBytes(
            HttpServletResponse response, DocumentReference document, InputStream bytes)
            throws IOException {
        response.setContentType(document.mediaType());
        response.setContentLengthLong(document.size());
        response.setHeader("Content-Disposition", "attachment");
        bytes.transferTo(response.getOutputStream());
    }

    private static void writeResource(
            HttpServletResponse response,
            DocumentReference document,
            InputStream bytes,
            WireFormat format)
            throws IOException {
        response.setContentType(MediaTypes.of(format) + ";charset=UTF-8");
        OutputStream out = response.getOutputStream();
        String opening = format == WireFormat.JSON ? JSON : XML;
        text(
                out,
                opening.formatted(
                        document.sha256(),
                        label(document.confidentiality(), format),
                        document.mediaType()));
        try (OutputStream encoder = Base64.getEncoder().wrap(new Unclosed(out))) {
            bytes.transferTo(encoder);
        }
        text(out, format == WireFormat.JSON ? "\"}" : "\"/></Binary>");
    }

    /// The label that the document travels with; nothing for one that has none.
    private static String label(@Nullable Confidentiality confidentiality, WireFormat format) {
        if (confidentiality == null) {
            return "";
        }
        String code =
                switch (confidentiality) {
                    case NORMAL -> "N";
                    case RESTRICTED -> "R";
                    case VERY_RESTRICTED -> "V";
                };
        return (format == WireFormat.JSON
                        ? "\"meta\":{\"security\":[{\"system\":\"%s\",\"code\":\"%s\"}]},"
                        : "<meta><security><system value=\"%s\"/><code"
                                + " value=\"%s\"/></security></meta>")
                .formatted(LABEL, code);
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Ends the base64 without ending the answer.
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
