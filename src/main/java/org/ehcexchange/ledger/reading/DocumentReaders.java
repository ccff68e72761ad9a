package org.ehcexchange.ledger.reading;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.documents.StoredDocument;
import org.ehcexchange.ledger.succession.Parties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Set;

/// Who may read a document: who brought it, and whoever was sent a message that names it.
///
/// A delivery that is still held, refused or waiting for its turn gives no right yet.
@Component
public class DocumentReaders {

    private static final String NAMED_TO =
            """
            select exists (
              select 1 from message_document n join message m on m.seq = n.message_seq
              where n.document_id = :id and (m.sender in (:readers)
                or exists (select 1 from delivery d where d.message_seq = m.seq
                  and d.recipient in (:readers) and d.status in ('collect', 'sending', 'delivered'))))
            """;

    private final JdbcClient database;
    private final Parties parties;

    DocumentReaders(JdbcClient database, Parties parties) {
        this.database = database;
        this.parties = parties;
    }

    public boolean mayRead(OrganisationCode reader, StoredDocument document) {
        Set<String> readers = parties.of(reader);
        return readers.contains(document.owner().value())
                || database.sql(NAMED_TO)
                        .param("id", document.id())
                        .param("readers", readers)
                        .query(Boolean.class)
                        .single();
    }
}
