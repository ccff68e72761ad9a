package org.ehcexchange.ledger.advice;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.AdviceClock;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.clock.Unworkable;
import org.ehcexchange.ledger.conversation.Entry;
import org.ehcexchange.ledger.succession.CaseHolders;
import org.ehcexchange.timekeeping.AssessmentClocks;
import org.ehcexchange.timekeeping.Subject;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

/// The authority's own clocks of a case: the first of its requests for advice that goes out starts
/// them, on the day the request says the assessment was asked for.
@Component
class AssessmentStarts {

    private final AssessmentClocks clocks;
    private final AdviceClock advice;
    private final CaseHolders holders;

    AssessmentStarts(AssessmentClocks clocks, AdviceClock advice, CaseHolders holders) {
        this.clocks = clocks;
        this.advice = advice;
        this.holders = holders;
    }

    /// Starts them for a request that goes out; one that is held only must not contradict them.
    ///
    /// @return why the request cannot be accepted; empty when it can
    List<Violation> begin(AdviceRequest request, Entry entry) {
        return advice.work(LondonDay.of(entry.at())) instanceof Unworkable unworkable
                ? unworkable.reasons().stream().map(AssessmentStarts::today).toList()
                : beginCase(request, entry);
    }

    /// The adviser's own time cannot be counted from any day now.
    private static Violation today(Violation violation) {
        return new Violation("", violation.problem(), violation.remedy());
    }

    private List<Violation> beginCase(AdviceRequest request, Entry entry) {
        CaseReference reference = request.caseReference();
        Subject.Case subject =
                new Subject.Case(holders.one(request.envelope().from(), reference), reference);
        LocalDate requestedOn = request.assessmentRequestedOn();
        List<Violation> wrong =
                switch (entry.standing()) {
                    case ACCEPTED, FLAGGED ->
                            clocks.start(subject, requestedOn, LondonDay.of(entry.at()));
                    case HELD -> clocks.check(subject, requestedOn);
                    case REFUSED, SUPERSEDED, REJECTED, TAKEN_BACK -> List.of();
                };
        return wrong.stream().map(AssessmentStarts::inMessage).toList();
    }

    private static Violation inMessage(Violation violation) {
        return new Violation("/assessmentRequestedOn", violation.problem(), violation.remedy());
    }
}
