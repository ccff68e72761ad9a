package org.ehcexchange.timekeeping;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.Rules;
import org.ehcexchange.clock.Unworkable;
import org.ehcexchange.clock.Work;
import org.ehcexchange.clock.Working;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The authority's own time for a case, from the day it was asked for the assessment: to decide
/// whether to assess, to tell that it makes no plan, and to send the plan (SEND Regulations 2014,
/// regs. 5, 10 and 13).
///
/// It starts once for a case, and nobody else's lateness moves it.
@Component
public class AssessmentClocks {

    public static final String DECIDE = "decide";
    public static final String NO_PLAN = "no-plan";
    public static final String FINAL = "final";

    private static final List<String> RULES = List.of(DECIDE, FINAL, NO_PLAN);
    private static final String EVENT = "requestedOn";

    private final Rules rules;
    private final Timekeeper timekeeper;
    private final Remembered<Subject.Case, LocalDate> days = new Remembered<>();

    /// @throws IllegalArgumentException when a rule is missing
    AssessmentClocks(Rules rules, Timekeeper timekeeper) {
        this.rules = rules;
        this.timekeeper = timekeeper;
        for (String rule : RULES) {
            if (rules.versionsOf(rule).isEmpty()) {
                throw new IllegalArgumentException(
                        "no file of exchange.clock.rules holds the rule " + rule + ": add one");
            }
        }
    }

    /// Starts the clocks of a case in the caller's transaction, unless they run.
    ///
    /// @return why they cannot be counted from that day, at `/requestedOn`; empty when they are
    public List<Violation> start(Subject.Case subject, LocalDate requestedOn, LocalDate today) {
        LocalDate known = days.get(subject);
        if (known != null) {
            return differs(known, requestedOn);
        }
        List<Violation> unworkable = unworkable(requestedOn);
        return unworkable.isEmpty() ? startNew(subject, requestedOn, today) : unworkable;
    }

    private List<Violation> startNew(Subject.Case subject, LocalDate requestedOn, LocalDate today) {
        List<Start> starts = new ArrayList<>();
        for (String rule : RULES) {
            if (work(rule, requestedOn) instanceof Working working) {
                starts.add(new Start(subject, subject.authority(), null, working));
            }
        }
        boolean all = timekeeper.start(starts, today).size() == starts.size();
        LocalDate day = all ? requestedOn : Objects.requireNonNullElse(dayOf(subject), requestedOn);
        days.onceCommitted(subject, day);
        return differs(day, requestedOn);
    }

    /// What [#start] would say, without starting anything.
    public List<Violation> check(Subject.Case subject, LocalDate requestedOn) {
        LocalDate known = days.get(subject);
        LocalDate day = known == null ? dayOf(subject) : known;
        return day == null ? unworkable(requestedOn) : differs(day, requestedOn);
    }

    private @Nullable LocalDate dayOf(Subject.Case subject) {
        return timekeeper.of(subject).stream()
                .filter(clock -> RULES.contains(clock.rule()))
                .map(clock -> clock.term().startedOn())
                .findFirst()
                .orElse(null);
    }

    private List<Violation> unworkable(LocalDate requestedOn) {
        return RULES.stream()
                .map(rule -> work(rule, requestedOn))
                .filter(Unworkable.class::isInstance)
                .flatMap(work -> ((Unworkable) work).reasons().stream())
                .toList();
    }

    private Work work(String rule, LocalDate requestedOn) {
        return rules.work(rule, Map.of(EVENT, requestedOn));
    }

    private static List<Violation> differs(LocalDate day, LocalDate requestedOn) {
        return day.equals(requestedOn)
                ? List.of()
                : List.of(
                        new Violation(
                                "/" + EVENT,
                                "The assessment was asked for on %s by this message, and on %s as is on record of the case."
                                        .formatted(requestedOn, day),
                                "Send the day on record, or give another assessment a case"
                                        + " reference of its own."));
    }
}
