package org.ehcexchange.documents;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.Confidentiality;
import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is said of each document, in the table `document`.
@Component
class DocumentRows {

    private final JdbcClient database;

    DocumentRows(JdbcClient database) {
        this.database = database;
    }

    void add(StoredDocument document) {
        DocumentReference reference = document.reference();
        Confidentiality label = reference.confidentiality();
        database.sql(
                        """
                        insert into document
                            (id, sha256, size, media_type, title, owner, confidentiality, stored_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                        """)
                .param(document.id())
                .param(reference.sha256())
                .param(reference.size())
                .param(reference.mediaType())
                .param(reference.title())
                .param(document.owner().value())
                .param(label == null ? null : label.code())
                .param(document.storedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<StoredDocument> find(UUID id) {
        return database.sql("select * from document where id = ?")
                .param(id)
                .query(DocumentRows::document)
                .optional();
    }

    List<StoredDocument> findBySha256(String sha256) {
        return database.sql("select * from document where sha256 = ? order by stored_at, id")
                .param(sha256)
                .query(DocumentRows::document)
                .list();
    }

    /// Whether the owner brought these very bytes before.
    boolean has(OrganisationCode owner, Parts.Announced part) {
        return database.sql(
                        "select exists (select 1 from document where sha256 = ? and owner = ? and"
                                + " size = ? and media_type = ?)")
                .param(part.sha256())
                .param(owner.value())
                .param(part.size())
                .param(part.mediaType())
                .query(Boolean.class)
                .single();
    }

    private static StoredDocument document(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        DocumentReference reference =
                new DocumentReference(
                        id,
                        row.getString("title"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        confidentiality(row.getString("confidentiality")));
        return new StoredDocument(
                id,
                reference,
                new OrganisationCode(row.getString("owner")),
                row.getObject("stored_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Confidentiality confidentiality(@Nullable String code) {
        return code == null ? null : Code.find(Confidentiality.class, code).orElse(null);
    }
}
