package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Form;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.casefile.CaseFiles.Answer;
import org.ehcexchange.casefile.CaseFiles.Effect;
import org.ehcexchange.casefile.CaseFiles.Recording;
import org.ehcexchange.casefile.CaseFiles.Submission;
import org.ehcexchange.casefile.Consequences.Followed;
import org.ehcexchange.clock.LondonDay;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
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
    private final Consequences consequences;
    private final CaseAudit audit;
    private final InstantSource clock;

    Recordings(
            TransactionTemplate transaction,
            CaseRows files,
            RecordRows records,
            RecordChecks checks,
            Consequences consequences,
            CaseAudit audit,
            InstantSource clock) {
        this.transaction = transaction;
        this.files = files;
        this.records = records;
        this.checks = checks;
        this.consequences = consequences;
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
        // As the database keeps it, so that the same question has the same answer later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Entry entry = new Entry(file.get(), record, submission, now);
        return records.find(file.get(), record.id())
                .map(before -> again(before, submission))
                .orElseGet(() -> add(entry));
    }

    /// A record that came, and the file it is for.
    private record Entry(CaseRows.Row file, CaseRecord record, Submission submission, Instant at) {

        Answer answer(List<Effect> effects) {
            return new Answer(
                    record.id(),
                    file.file().caseReference(),
                    record.kind().code(),
                    record.on(),
                    at,
                    submission.sha256(),
                    effects);
        }
    }

    private static Recording again(RecordRows.Before before, Submission submission) {
        return before.sha256().equals(submission.sha256())
                ? new Recording.AlreadyRecorded(before.answer())
                : new Recording.Taken();
    }

    private Recording add(Entry entry) {
        List<Violation> wrong = checks.check(entry.file(), entry.record(), entry.at());
        if (!wrong.isEmpty()) {
            return new Recording.Faulty(wrong);
        }
        LocalDate today = LondonDay.of(entry.at());
        return switch (consequences.follow(entry.file(), entry.record(), today)) {
            case Followed.Faulty(List<Violation> violations) -> new Recording.Faulty(violations);
            case Followed.Refused(List<Violation> reasons) -> refused(entry, reasons);
            case Followed.Done(List<Effect> effects) -> recorded(entry, effects);
        };
    }

    private Recording refused(Entry entry, List<Violation> reasons) {
        audit.refused(
                entry.file().key(),
                entry.submission().by(),
                new CaseAudit.Refused(entry.record(), reasons));
        return new Recording.Refused(reasons);
    }

    private Recording recorded(Entry entry, List<Effect> effects) {
        Answer answer = entry.answer(effects);
        records.add(entry.file(), entry.record(), entry.submission(), answer);
        audit.recorded(entry.file().key(), entry.submission().by(), entry.record());
        return new Recording.Recorded(answer);
    }
}
