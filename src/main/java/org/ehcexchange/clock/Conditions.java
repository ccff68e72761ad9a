package org.ehcexchange.clock;

import org.ehcexchange.canonical.Violation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The conditions of one exemption, held against one excuse.
///
/// @param term the time that the rule gives, in which the excuse must hold
record Conditions(Exemption exemption, Term term, Excuse excuse) {

    List<Violation> unmet() {
        List<Violation> unmet = new ArrayList<>();
        for (Condition condition : exemption.conditions()) {
            switch (condition) {
                case Condition.Lasts(Span atLeast) -> unmet.addAll(lasts(atLeast));
                case Condition.Begins() -> unmet.addAll(begins());
                case Condition.Closed closed -> unmet.addAll(closed(closed));
            }
        }
        return unmet;
    }

    private List<Violation> lasts(Span atLeast) {
        LocalDate to = excuse.to() == null ? term.dueOn() : excuse.to();
        LocalDate first = later(excuse.from(), term.startedOn());
        LocalDate last = to.isBefore(term.dueOn()) ? to : term.dueOn();
        return atLeast.fits(first, last)
                ? List.of()
                : unmet(
                        "/from",
                        "It does not hold for %s of the time from %s to %s."
                                .formatted(atLeast, term.startedOn(), term.dueOn()),
                        "Correct from and to, if they are wrong.");
    }

    private List<Violation> begins() {
        LocalDate on = excuse.from();
        return on.isBefore(term.startedOn()) || on.isAfter(term.dueOn())
                ? unmet(
                        "/from",
                        "It did not happen between %s and %s."
                                .formatted(term.startedOn(), term.dueOn()),
                        "Give the day it happened as from.")
                : List.of();
    }

    private List<Violation> closed(Condition.Closed condition) {
        Excuse.Closure closure = excuse.closure();
        if (closure == null) {
            return unmet(
                    "/closure",
                    "The days of the closure are missing.",
                    "Give closedOn, reopensOn and adviceRequestedOn.");
        }
        List<Violation> unmet = new ArrayList<>();
        if (!condition.closedAtLeast().fits(closure.closedOn(), closure.reopensOn().minusDays(1))) {
            unmet.addAll(tooShort(condition));
        }
        LocalDate first = condition.fromBefore().before(closure.closedOn());
        LocalDate last = condition.untilBefore().before(closure.reopensOn());
        LocalDate asked = closure.adviceRequestedOn();
        if (asked.isBefore(first) || asked.isAfter(last)) {
            unmet.addAll(askedOutside(first, last));
        }
        return unmet;
    }

    private List<Violation> tooShort(Condition.Closed condition) {
        return unmet(
                "/closure/reopensOn",
                "The closure is shorter than %s.".formatted(condition.closedAtLeast()),
                "Correct closedOn or reopensOn, if they are wrong.");
    }

    private List<Violation> askedOutside(LocalDate first, LocalDate last) {
        return unmet(
                "/closure/adviceRequestedOn",
                "Advice was not asked for between %s and %s.".formatted(first, last),
                "Correct the days, if they are wrong.");
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private List<Violation> unmet(String pointer, String problem, String remedy) {
        String law = " (%s: %s)".formatted(exemption.provision(), exemption.words());
        return List.of(
                new Violation(
                        pointer,
                        problem + law,
                        remedy + " Otherwise the exception does not apply."));
    }
}
