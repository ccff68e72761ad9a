package org.ehcexchange.documents;

import org.ehcexchange.canonical.OrganisationCode;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What is known of each part, in the table `document_part`.
@Component
class PartRows {

    private final JdbcClient database;

    PartRows(JdbcClient database) {
        this.database = database;
    }

    record Row(String owner, Parts.Announced part, boolean whole) {}

    /// Two announcements of one sender come one after the other, so that its limit holds.
    void lock(OrganisationCode owner) {
        database.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("document_part " + owner)
                .query((RowCallbackHandler) row -> {});
    }

    List<Row> of(OrganisationCode owner) {
        return database.sql("select * from document_part where owner = ?")
                .param(owner.value())
                .query(PartRows::row)
                .list();
    }

    Optional<Row> find(OrganisationCode owner, String sha256) {
        return database.sql("select * from document_part where owner = ? and sha256 = ?")
                .param(owner.value())
                .param(sha256)
                .query(PartRows::row)
                .optional();
    }

    void put(OrganisationCode owner, Parts.Announced part, Instant now) {
        database.sql(
                        """
                        insert into document_part (owner, sha256, size, media_type, touched_at)
                        values (:owner, :sha256, :size, :type, :now)
                        on conflict (owner, sha256) do update
                        set size = :size, media_type = :type, touched_at = :now, whole = false
                        """)
                .param("owner", owner.value())
                .param("sha256", part.sha256())
                .param("size", part.size())
                .param("type", part.mediaType())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void touch(OrganisationCode owner, String sha256, boolean whole, Instant now) {
        database.sql(
                        "update document_part set whole = ?, touched_at = ? where owner = ? and"
                                + " sha256 = ?")
                .param(whole)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(owner.value())
                .param(sha256)
                .update();
    }

    void remove(OrganisationCode owner, String sha256) {
        database.sql("delete from document_part where owner = ? and sha256 = ?")
                .param(owner.value())
                .param(sha256)
                .update();
    }

    List<Row> untouchedSince(Instant instant) {
        return database.sql("select * from document_part where touched_at < ?")
                .param(instant.atOffset(ZoneOffset.UTC))
                .query(PartRows::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("owner"),
                new Parts.Announced(
                        row.getString("sha256"), row.getLong("size"), row.getString("media_type")),
                row.getBoolean("whole"));
    }
}
