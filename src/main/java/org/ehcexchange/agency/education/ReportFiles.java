package org.ehcexchange.agency.education;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.Documents.Storing;
import org.springframework.stereotype.Component;

import java.io.InputStream;
import java.util.List;

/// A report, or another document, streamed from a partner's outbox into the store.
///
/// The message that names it comes after it and says what it is called and how confidential it is.
@Component
class ReportFiles {

    private final Documents documents;

    ReportFiles(Documents documents) {
        this.documents = documents;
    }

    /// @param violations why nothing was kept; empty when it was
    record Kept(List<Violation> violations) {}

    Kept store(OrganisationCode sender, String name, InputStream bytes) {
        var type = Endings.mediaType(name).orElse("application/octet-stream");
        var document = new Documents.New(sender, "Document sent as a file", type, null);
        return switch (documents.store(document, bytes)) {
            case Storing.Stored stored -> new Kept(List.of());
            case Storing.Refused refused -> new Kept(refused.violations());
        };
    }
}
