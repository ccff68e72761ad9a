package org.ehcexchange.console;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.ehcexchange.canonical.ChildNumbers;
import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.DocumentsSettings;
import org.ehcexchange.documents.StoredDocument;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Takes a report from a form straight into the store: what it is called comes first, then its
/// bytes, as the form has them.
@Component
class Reports {

    private static final String FILE = "file";
    private static final int LONGEST_TITLE = 200;
    private static final String USUAL = "Report";

    private final Documents documents;
    private final DocumentsSettings settings;

    Reports(Documents documents, DocumentsSettings settings) {
        this.documents = documents;
        this.settings = settings;
    }

    /// What became of an upload.
    sealed interface Taken {
        record Kept(DocumentReference document) implements Taken {}

        /// Nothing was kept.
        record Refused(List<Fault> faults) implements Taken {

            static Refused of(String field, String words) {
                return new Refused(List.of(new Fault(field, words)));
            }
        }
    }

    Taken take(OrganisationCode owner, HttpServletRequest request) {
        try {
            Taken taken =
                    read(
                            owner,
                            new FileUpload().getItemIterator(new ServletRequestContext(request)));
            Drain.atMost(settings.maxSize().toBytes(), request.getInputStream());
            return taken;
        } catch (IOException brokeOff) {
            return Taken.Refused.of(
                    FILE, "The upload broke off. Choose the file and upload again.");
        }
    }

    private Taken read(OrganisationCode owner, FileItemIterator parts) throws IOException {
        String title = USUAL;
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            if (part.getFieldName().equals("title")) {
                title = text(part);
            } else if (part.getFieldName().equals(FILE)) {
                return file(owner, title, part);
            }
        }
        return Taken.Refused.of(FILE, "Choose a file.");
    }

    private Taken file(OrganisationCode owner, String title, FileItemStream part)
            throws IOException {
        if (String.valueOf(part.getName()).isBlank()) {
            return Taken.Refused.of(FILE, "Choose a file.");
        }
        if (title.length() > LONGEST_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            return Taken.Refused.of("title", "Use one line of at most 200 characters.");
        }
        Optional<String> number = ChildNumbers.in(title);
        return number.isPresent()
                ? Taken.Refused.of(
                        "title",
                        "There is %s in the title. Call it something that does not tell who the child is."
                                .formatted(number.get()))
                : store(
                        new Documents.New(
                                owner, title, String.valueOf(part.getContentType()), null),
                        part);
    }

    private Taken store(Documents.New about, FileItemStream part) throws IOException {
        try (InputStream bytes = part.openStream()) {
            return switch (documents.store(about, bytes)) {
                case Documents.Storing.Stored(StoredDocument document) ->
                        new Taken.Kept(document.reference());
                case Documents.Storing.Refused refused ->
                        new Taken.Refused(
                                Fault.all(
                                        refused.violations().stream()
                                                .map(
                                                        why ->
                                                                new Fault(
                                                                        FILE,
                                                                        why.problem()
                                                                                + " "
                                                                                + why.remedy()))));
            };
        }
    }

    private static String text(FileItemStream part) throws IOException {
        try (InputStream in = part.openStream()) {
            byte[] bytes = in.readNBytes(4 * LONGEST_TITLE + 1);
            in.transferTo(OutputStream.nullOutputStream());
            String title = new String(bytes, StandardCharsets.UTF_8).strip();
            return title.isEmpty() ? USUAL : title;
        }
    }
}
