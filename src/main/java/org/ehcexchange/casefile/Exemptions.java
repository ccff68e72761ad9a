package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.casefile.Consequences.Followed;
import org.ehcexchange.clock.Excuse;
import org.ehcexchange.clock.Rules;
import org.ehcexchange.clock.Verdict;
import org.ehcexchange.timekeeping.RunningClock;
import org.ehcexchange.timekeeping.Subject;
import org.ehcexchange.timekeeping.Timekeeper;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Holds an exemption that an authority relies on against the rule it is late under. One that holds
/// excuses the running time limit and moves no date.
@Component
class Exemptions {

    private final Timekeeper timekeeper;
    private final Rules rules;

    Exemptions(Timekeeper timekeeper, Rules rules) {
        this.timekeeper = timekeeper;
        this.rules = rules;
    }

    Followed follow(Subject.Case subject, Matter.Exempted exempted, LocalDate today) {
        Optional<RunningClock> running =
                timekeeper.of(subject).stream()
                        .filter(clock -> clock.rule().equals(exempted.rule()))
                        .filter(clock -> clock.isOpen(today))
                        .findFirst();
        return running.map(clock -> follow(clock, exempted.excuse(), today))
                .orElseGet(() -> new Followed.Faulty(List.of(nothingRuns(subject, exempted))));
    }

    private Followed follow(RunningClock clock, Excuse excuse, LocalDate today) {
        return switch (rules.judge(clock.rule(), clock.version(), clock.term(), excuse)) {
            case Verdict.Refused(List<Violation> reasons) ->
                    new Followed.Refused(reasons.stream().map(Exemptions::placed).toList());
            case Verdict.Accepted accepted ->
                    new Followed.Done(
                            timekeeper
                                    .excuse(clock.subject(), clock.rule(), excuse, today)
                                    .map(excused -> CaseClocks.effect(excused, "excused"))
                                    .stream()
                                    .toList());
        };
    }

    /// A record has its own `kind`.
    private static Violation placed(Violation reason) {
        return reason.pointer().equals("/kind")
                ? new Violation("/exception", reason.problem(), reason.remedy())
                : reason;
    }

    private Violation nothingRuns(Subject.Case subject, Matter.Exempted exempted) {
        List<String> running =
                timekeeper.of(subject).stream().map(RunningClock::rule).distinct().toList();
        return new Violation(
                "/rule",
                "No time limit of the rule %s runs in this case.".formatted(exempted.rule()),
                running.isEmpty()
                        ? "Say first when the assessment was requested."
                        : "Name one that runs: " + String.join(", ", running) + ".");
    }
}
