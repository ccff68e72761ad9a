package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Form;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.Texts;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.casefile.CaseFiles.Opening;
import org.ehcexchange.casefile.Consequences.Followed;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.timekeeping.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Opens case files by the authority's own word.
@Component
class CaseOpenings {

    private final TransactionTemplate transaction;
    private final CaseRows files;
    private final CaseClocks clocks;
    private final CaseAudit audit;
    private final InstantSource clock;

    CaseOpenings(
            TransactionTemplate transaction,
            CaseRows files,
            CaseClocks clocks,
            CaseAudit audit,
            InstantSource clock) {
        this.transaction = transaction;
        this.files = files;
        this.clocks = clocks;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param assessmentRequestedOn absent where the case did not begin with a request
    private record Said(@Nullable LocalDate assessmentRequestedOn) {}

    Opening open(CaseKey key, Map<String, Object> said) {
        List<Violation> reference = reference(key);
        if (!reference.isEmpty()) {
            return new Opening.Faulty(reference);
        }
        return switch (Form.read(said, CaseOpenings::said)) {
            case Form.Faulty<Said>(List<Violation> violations) -> new Opening.Faulty(violations);
            case Form.Sound<Said>(Said sound) -> within(key, sound);
        };
    }

    private static Said said(Fields fields) {
        return new Said(fields.optional("assessmentRequestedOn", Kinds.DATE));
    }

    /// A reference comes in a path, where no reader has looked at it yet.
    private static List<Violation> reference(CaseKey key) {
        Map<String, Object> path = Map.of("caseReference", key.reference().value());
        return switch (Form.read(
                path, fields -> fields.required("caseReference", Texts.REFERENCE))) {
            case Form.Sound<String> sound -> List.of();
            case Form.Faulty<String>(List<Violation> violations) -> violations;
        };
    }

    /// Nothing is kept of an opening that is not answered with a file.
    private Opening within(CaseKey key, Said said) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            Opening opening = open(key, said, clock.instant());
                            if (opening instanceof Opening.Faulty) {
                                status.setRollbackOnly();
                            }
                            return opening;
                        }));
    }

    private Opening open(CaseKey key, Said said, Instant now) {
        boolean opened = files.open(key, now);
        CaseRows.Row row = files.lock(key).orElseThrow();
        if (opened) {
            audit.opened(key);
        }
        LocalDate day = said.assessmentRequestedOn();
        LocalDate known = row.file().assessmentRequestedOn();
        if (day == null || day.equals(known)) {
            return done(opened, row);
        }
        return known == null
                ? date(row, day, opened, LondonDay.of(now))
                : new Opening.Conflict(anotherDay(known));
    }

    private Opening date(CaseRows.Row row, LocalDate day, boolean opened, LocalDate today) {
        if (day.isAfter(today)) {
            return new Opening.Faulty(List.of(ahead()));
        }
        if (start(row.subject(), day, today) instanceof Followed.Faulty(List<Violation> why)) {
            return new Opening.Faulty(why.stream().map(CaseOpenings::placed).toList());
        }
        files.requestedOn(row, day);
        audit.dated(row.key(), day);
        return done(opened, files.find(row.key()).orElseThrow());
    }

    private Followed start(Subject.Case subject, LocalDate day, LocalDate today) {
        return clocks.follow(
                subject, CaseEvents.SHIPPED.requested(), new EventDays(day, Map.of()), today);
    }

    private static Opening done(boolean opened, CaseRows.Row row) {
        return opened ? new Opening.Opened(row.file()) : new Opening.AlreadyOpen(row.file());
    }

    private static Violation placed(Violation wrong) {
        return new Violation("/assessmentRequestedOn", wrong.problem(), wrong.remedy());
    }

    private static Violation ahead() {
        return new Violation(
                "/assessmentRequestedOn",
                "The day is still to come.",
                "Send the day on which the assessment was requested.");
    }

    private static Violation anotherDay(LocalDate known) {
        return new Violation(
                "/assessmentRequestedOn",
                "The assessment of this case was requested on " + known + ", as is on record.",
                "Send the day on record; another request for an assessment is another case, with a"
                        + " reference of its own.");
    }
}
