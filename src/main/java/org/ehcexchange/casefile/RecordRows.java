package org.ehcexchange.casefile;

import org.ehcexchange.casefile.CaseFiles.Answer;
import org.ehcexchange.casefile.CaseFiles.OnRecord;
import org.ehcexchange.casefile.CaseFiles.Submission;
import org.ehcexchange.ledger.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The records of case files: written once, never changed.
@Component
class RecordRows {

    private final JdbcClient database;
    private final Rows rows;

    RecordRows(JdbcClient database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    /// What was recorded under one id before.
    record Before(String sha256, Answer answer, CaseRecord record) {}

    Optional<Before> find(CaseRows.Row file, UUID record) {
        return database.sql(
                        """
                        select sha256, answer, detail::text from case_record
                        where case_id = :file and record_id = :record
                        """)
                .param("file", file.id())
                .param("record", record)
                .query((row, n) -> before(row))
                .optional();
    }

    private Before before(ResultSet row) throws SQLException {
        return new Before(
                row.getString("sha256"),
                rows.value(row.getString("answer"), Answer.class),
                RecordReader.recorded(rows.tree(row.getString("detail"))));
    }

    void add(CaseRows.Row file, CaseRecord record, Submission submission, Answer answer) {
        database.sql(
                        """
                        insert into case_record (case_id, record_id, kind, on_day, author, detail, sha256,
                          recorded_at, answer)
                        values (:file, :record, :kind, :on, :author, cast(:detail as jsonb), :sha256, :at, :answer)
                        """)
                .param("file", file.id())
                .param("record", record.id())
                .param("kind", record.kind().code())
                .param("on", record.on())
                .param("author", record.author())
                .param("detail", rows.json(submission.tree()))
                .param("sha256", submission.sha256())
                .param("at", Rows.time(answer.recordedAt()))
                .param("answer", rows.json(answer))
                .update();
    }

    /// The oldest first, at most so many.
    List<OnRecord> all(CaseRows.Row file, int most) {
        return database.sql(
                        """
                        select recorded_at, sha256, detail::text from case_record
                        where case_id = :file order by seq limit :most
                        """)
                .param("file", file.id())
                .param("most", most)
                .query((row, n) -> onRecord(row))
                .list();
    }

    private OnRecord onRecord(ResultSet row) throws SQLException {
        return new OnRecord(
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("sha256"),
                rows.tree(row.getString("detail")));
    }
}
