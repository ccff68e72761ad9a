package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Form;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.Texts;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.casefile.CaseFiles.Opening;
import org.ehcexchange.clock.LondonDay;
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
class Openings {

    private final TransactionTemplate transaction;
    private final CaseRows files;
    private final CaseAudit audit;
    private final InstantSource clock;

    Openings(
            TransactionTemplate transaction, CaseRows files, CaseAudit audit, InstantSource clock) {
        this.transaction = transaction;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    private record Said(LocalDate assessmentRequestedOn) {}

    Opening open(CaseKey key, Map<String, Object> said) {
        List<Violation> reference = reference(key);
        if (!reference.isEmpty()) {
            return new Opening.Faulty(reference);
        }
        return switch (Form.read(said, Openings::said)) {
            case Form.Faulty<Said>(List<Violation> violations) -> new Opening.Faulty(violations);
            case Form.Sound<Said>(Said sound) -> open(key, sound);
        };
    }

    private static Said said(Fields fields) {
        return new Said(fields.required("assessmentRequestedOn", Kinds.DATE));
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

    private Opening open(CaseKey key, Said said) {
        Instant now = clock.instant();
        return said.assessmentRequestedOn().isAfter(LondonDay.of(now))
                ? new Opening.Faulty(List.of(ahead()))
                : Objects.requireNonNull(transaction.execute(status -> open(key, said, now)));
    }

    private Opening open(CaseKey key, Said said, Instant now) {
        boolean opened = files.open(key, said.assessmentRequestedOn(), now);
        CaseRows.Row row = files.lock(key).orElseThrow();
        if (opened) {
            audit.opened(key, said.assessmentRequestedOn());
            return new Opening.Opened(row.file());
        }
        return add(key, row, said);
    }

    private Opening add(CaseKey key, CaseRows.Row row, Said said) {
        LocalDate known = row.file().assessmentRequestedOn();
        if (known == null) {
            files.requestedOn(row, said.assessmentRequestedOn());
            audit.dated(key, said.assessmentRequestedOn());
            return new Opening.AlreadyOpen(files.find(key).orElseThrow().file());
        }
        return known.equals(said.assessmentRequestedOn())
                ? new Opening.AlreadyOpen(row.file())
                : new Opening.Conflict(anotherDay(known));
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
