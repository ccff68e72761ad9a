package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Form;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Texts;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.casefile.CaseFiles.Opening;
import org.ehcexchange.casefile.Consequences.Followed;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.timekeeping.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Opens case files by the authority's own word.
@Component
class CaseOpenings {

    private final TransactionTemplate transaction;
    private final CaseRows files;
    private final CaseChildren children;
    private final CaseClocks clocks;
    private final CaseAudit audit;
    private final InstantSource clock;

    CaseOpenings(
            TransactionTemplate transaction,
            CaseRows files,
            CaseChildren children,
            CaseClocks clocks,
            CaseAudit audit,
            InstantSource clock) {
        this.transaction = transaction;
        this.files = files;
        this.children = children;
        this.clocks = clocks;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param by who says it
    /// @param assessmentRequestedOn absent where the case did not begin with a request
    /// @param child absent where it is not said whose case it is
    /// @param tree as it was sent
    record Said(
            OrganisationCode by,
            @Nullable LocalDate assessmentRequestedOn,
            @Nullable Child child,
            Map<String, Object> tree) {}

    Opening open(CaseKey key, CaseFiles.Submission submission) {
        List<Violation> reference = reference(key);
        if (!reference.isEmpty()) {
            return new Opening.Faulty(reference);
        }
        return switch (Form.read(submission.tree(), fields -> said(submission, fields))) {
            case Form.Faulty<Said>(List<Violation> violations) -> new Opening.Faulty(violations);
            case Form.Sound<Said>(Said sound) -> twice(key, sound);
        };
    }

    private static Said said(CaseFiles.Submission submission, Fields fields) {
        return new Said(
                submission.by(),
                fields.optional("assessmentRequestedOn", Kinds.DATE),
                fields.optional("child", Kinds.CHILD),
                submission.tree());
    }

    /// The same child may come in for the first time twice at once: the second look sees it.
    private Opening twice(CaseKey key, Said said) {
        try {
            return within(key, said);
        } catch (DuplicateKeyException e) {
            return within(key, said);
        }
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
                            if (!isKept(opening)) {
                                status.setRollbackOnly();
                            }
                            return opening;
                        }));
    }

    private static boolean isKept(Opening opening) {
        return switch (opening) {
            case Opening.Opened opened -> true;
            case Opening.AlreadyOpen already -> true;
            case Opening.Faulty faulty -> false;
            case Opening.Conflict conflict -> false;
        };
    }

    private Opening open(CaseKey key, Said said, Instant now) {
        boolean opened = files.open(key, now);
        CaseRows.Row row = files.lock(key).orElseThrow();
        if (opened) {
            audit.opened(key, said.by());
        }
        List<Violation> wrong = wrong(row, said, LondonDay.of(now));
        if (!wrong.isEmpty()) {
            return new Opening.Faulty(wrong);
        }
        return conflict(row, said, now)
                .<Opening>map(Opening.Conflict::new)
                .orElseGet(() -> done(opened, files.find(key).orElseThrow()));
    }

    /// What cannot be, whatever is on record; where nothing is wrong, the time limits run.
    private List<Violation> wrong(CaseRows.Row row, Said said, LocalDate today) {
        List<Violation> wrong = new ArrayList<>();
        if (said.child() != null) {
            CaseChildren.wrong(said.child(), today).ifPresent(wrong::add);
        }
        LocalDate day = said.assessmentRequestedOn();
        if (day != null && row.file().assessmentRequestedOn() == null) {
            wrong.addAll(date(row, said, day, today));
        }
        return wrong;
    }

    private List<Violation> date(CaseRows.Row row, Said said, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            return List.of(ahead());
        }
        if (start(row.subject(), day, today) instanceof Followed.Faulty(List<Violation> why)) {
            return why.stream().map(CaseOpenings::placed).toList();
        }
        files.requestedOn(row, day);
        audit.dated(row.key(), said.by(), day);
        return List.of();
    }

    private Optional<Violation> conflict(CaseRows.Row row, Said said, Instant now) {
        LocalDate known = row.file().assessmentRequestedOn();
        LocalDate day = said.assessmentRequestedOn();
        return day != null && known != null && !day.equals(known)
                ? Optional.of(anotherDay(known))
                : children.name(row, said, now);
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
