package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.casefile.CaseFiles.Effect;
import org.ehcexchange.casefile.Consequences.Followed;
import org.ehcexchange.clock.Rule;
import org.ehcexchange.clock.Rules;
import org.ehcexchange.clock.Unworkable;
import org.ehcexchange.clock.Work;
import org.ehcexchange.clock.Working;
import org.ehcexchange.timekeeping.RunningClock;
import org.ehcexchange.timekeeping.Start;
import org.ehcexchange.timekeeping.Subject;
import org.ehcexchange.timekeeping.Timekeeper;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// The authority's own time limits in a case: owed by it to the family, set off and met by events.
@Component
class CaseClocks {

    private final Timekeeper timekeeper;
    private final Rules rules;

    /// @throws IllegalStateException when the table of events and the rules do not fit together
    CaseClocks(Timekeeper timekeeper, Rules rules) {
        this.timekeeper = timekeeper;
        this.rules = rules;
        List<String> disagreements = CaseEvents.SHIPPED.disagreements(rules);
        if (!disagreements.isEmpty()) {
            throw new IllegalStateException(
                    "rules/case/events.csv does not fit the rules of exchange.clock.rules: "
                            + String.join("; ", disagreements));
        }
    }

    List<RunningClock> of(Subject.Case subject) {
        return timekeeper.of(subject);
    }

    /// What an event does to time limits, or why a day cannot be worked out; then nothing is done.
    Followed follow(Subject.Case subject, EventLine event, EventDays days, LocalDate today) {
        List<Work> works = event.starts().stream().map(rule -> work(rule, days)).toList();
        List<Violation> unworkable =
                works.stream()
                        .flatMap(CaseClocks::reasons)
                        .map(days::inTermsOfTheEvent)
                        .distinct()
                        .toList();
        if (!unworkable.isEmpty()) {
            return new Followed.Faulty(unworkable);
        }
        return new Followed.Done(
                Stream.of(
                                meet(subject, event, days.on()),
                                stop(subject, event, days.on()),
                                start(subject, works, today))
                        .flatMap(List::stream)
                        .toList());
    }

    /// Versions of a rule count from the same events.
    private Work work(String id, EventDays days) {
        Rule rule = rules.versionsOf(id).getFirst();
        return rules.work(id, days.of(rule));
    }

    private static Stream<Violation> reasons(Work work) {
        return switch (work) {
            case Unworkable(List<Violation> reasons) -> reasons.stream();
            case Working working -> Stream.empty();
        };
    }

    private List<Effect> meet(Subject.Case subject, EventLine event, LocalDate on) {
        return event.meets().stream()
                .flatMap(rule -> timekeeper.meet(subject, rule, on).stream())
                .map(clock -> effect(clock, "met"))
                .toList();
    }

    private List<Effect> stop(Subject.Case subject, EventLine event, LocalDate on) {
        return event.stops().stream()
                .flatMap(rule -> timekeeper.stop(subject, rule, on).stream())
                .map(clock -> effect(clock, "stopped"))
                .toList();
    }

    private List<Effect> start(Subject.Case subject, List<Work> works, LocalDate today) {
        List<Start> starts =
                works.stream()
                        .map(Working.class::cast)
                        .map(working -> new Start(subject, subject.authority(), null, working))
                        .toList();
        return starts.isEmpty()
                ? List.of()
                : timekeeper.start(starts, today).stream()
                        .map(clock -> effect(clock, "started"))
                        .toList();
    }

    static Effect effect(RunningClock clock, String what) {
        return new Effect(
                clock.rule(), clock.provision(), what, clock.term().dueOn(), clock.state().code());
    }
}
