package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Form;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.casefile.CaseFiles.Answer;
import org.ehcexchange.casefile.CaseFiles.Recording;
import org.ehcexchange.casefile.CaseFiles.Submission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Puts things on record: each once, with all that follows from it in one transaction.
@Component
class Recordings {

    private final TransactionTemplate transaction;
    private final CaseRows files;
    private final RecordRows records;
    private final RecordChecks checks;
    private final CaseAudit audit;
    private final InstantSource clock;

    Recordings(
            TransactionTemplate transaction,
            CaseRows files,
            RecordRows records,
            RecordChecks checks,
            CaseAudit audit,
            InstantSource clock) {
        this.transaction = transaction;
        this.files = files;
        this.records = records;
        this.checks = checks;
        this.audit = audit;
        this.clock = clock;
    }

    Recording record(CaseKey key, Submission submission) {
        return switch (RecordReader.read(submission.tree())) {
            case Form.Faulty<CaseRecord>(List<Violation> why) -> new Recording.Faulty(why);
            case Form.Sound<CaseRecord>(CaseRecord record) ->
                    Objects.requireNonNull(
                            transaction.execute(status -> record(key, submission, record)));
        };
    }

    private Recording record(CaseKey key, Submission submission, CaseRecord record) {
        Optional<CaseRows.Row> file = files.lock(key);
        if (file.isEmpty()) {
            return new Recording.NoSuchCase();
        }
        return records.find(file.get(), record.id())
                .map(before -> again(before, submission))
                .orElseGet(() -> add(key, file.get(), record, submission));
    }

    private static Recording again(RecordRows.Before before, Submission submission) {
        return before.sha256().equals(submission.sha256())
                ? new Recording.AlreadyRecorded(before.answer())
                : new Recording.Taken();
    }

    private Recording add(
            CaseKey key, CaseRows.Row file, CaseRecord record, Submission submission) {
        // As the database keeps it, so that the same question has the same answer later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Violation> wrong = checks.check(file, record, now);
        if (!wrong.isEmpty()) {
            return new Recording.Faulty(wrong);
        }
        Answer answer = answer(key, record, submission, now);
        records.add(file, record, submission, answer);
        audit.recorded(key, record);
        return new Recording.Recorded(answer);
    }

    private static Answer answer(
            CaseKey key, CaseRecord record, Submission submission, Instant now) {
        return new Answer(
                record.id(),
                key.reference(),
                record.kind().code(),
                record.on(),
                now,
                submission.sha256());
    }
}
