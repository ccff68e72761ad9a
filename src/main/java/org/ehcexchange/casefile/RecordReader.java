package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Form;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.Texts;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/// Reads a JSON tree as a record of a case, or says everything that is wrong with it.
final class RecordReader {

    private RecordReader() {}

    /// Every kind has `recordId`, `kind` and `on`; a field that a kind does not have is refused.
    static Form<CaseRecord> read(Map<String, Object> tree) {
        return Form.read(tree, "kind", RecordKind.class, RecordReader::entry);
    }

    /// One that was read before it was recorded.
    static CaseRecord recorded(Map<String, Object> tree) {
        return switch (read(tree)) {
            case Form.Sound<CaseRecord>(CaseRecord record) -> record;
            case Form.Faulty<CaseRecord>(var violations) ->
                    throw new IllegalStateException(
                            "A record of a case no longer reads: " + violations);
        };
    }

    private static CaseRecord entry(RecordKind kind, Fields fields) {
        UUID id = fields.required("recordId", Kinds.UNIQUE_ID);
        LocalDate on = fields.required("on", Kinds.DATE);
        String author = author(kind, fields);
        return new CaseRecord(id, on, author, MatterReader.read(kind, fields, author));
    }

    /// What counts as evidence needs somebody who vouches for it.
    private static @Nullable String author(RecordKind kind, Fields fields) {
        return kind.isEvidence()
                ? fields.required("author", Texts.TITLE)
                : fields.optional("author", Texts.TITLE);
    }
}
