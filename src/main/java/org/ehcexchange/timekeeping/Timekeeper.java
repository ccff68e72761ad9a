package org.ehcexchange.timekeeping;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.clock.Course;
import org.ehcexchange.clock.Excuse;
import org.ehcexchange.clock.Rules;
import org.ehcexchange.clock.Verdict;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Starts, meets, stops and excuses clocks, in the caller's transaction where it has one.
///
/// What was started stays as it was started, what was met or stopped stays so unless it turns out
/// not to have been met, and nothing moves a date. Of several open clocks of one rule, the first
/// due is meant.
@Component
public class Timekeeper {

    private final TransactionTemplate transaction;
    private final ClockRows rows;
    private final Workings workings;
    private final Rules rules;
    private final ApplicationEventPublisher events;

    Timekeeper(
            TransactionTemplate transaction,
            ClockRows rows,
            Workings workings,
            Rules rules,
            ApplicationEventPublisher events) {
        this.transaction = transaction;
        this.rows = rows;
        this.workings = workings;
        this.rules = rules;
        this.events = events;
    }

    /// Starts those that do not run yet: a second proof of the same event changes nothing.
    ///
    /// @return the clocks that were started now
    public List<RunningClock> start(List<Start> starts, LocalDate today) {
        return Objects.requireNonNull(transaction.execute(status -> startWithin(starts, today)));
    }

    private List<RunningClock> startWithin(List<Start> starts, LocalDate today) {
        List<RunningClock> started =
                rows.add(
                        starts.stream()
                                .map(
                                        each ->
                                                NewClock.of(
                                                        each, workings.keep(each.working()), today))
                                .toList());
        started.forEach(clock -> tell(ClockState.NOT_STARTED, clock));
        return started;
    }

    /// @param on the day the duty was done
    /// @return the clock as it stands now; empty when none runs
    public Optional<RunningClock> meet(Subject subject, String rule, LocalDate on) {
        return change(
                subject,
                rule,
                on,
                clock -> {
                    Course course = clock.course();
                    return clock.with(
                            new Course(course.term(), on, course.excused(), null), clock.excuses());
                });
    }

    /// @param on the day what it counted towards was taken back
    /// @return the clock as it stands now; empty when none runs
    public Optional<RunningClock> stop(Subject subject, String rule, LocalDate on) {
        return change(
                subject,
                rule,
                on,
                clock -> {
                    Course course = clock.course();
                    return clock.with(
                            new Course(course.term(), null, course.excused(), on), clock.excuses());
                });
    }

    /// What was taken for done was not: the clock runs on as if it had never been met, towards the
    /// day it was always due.
    ///
    /// @return the clock as it stands now; empty when none was met
    public Optional<RunningClock> runOn(Subject subject, String rule, LocalDate today) {
        return Objects.requireNonNull(
                transaction.execute(
                        status ->
                                rows.lock(subject, rule).stream()
                                        .filter(clock -> clock.course().metOn() != null)
                                        .findFirst()
                                        .map(clock -> turn(clock, unmet(clock), today))));
    }

    private static RunningClock unmet(RunningClock clock) {
        Course course = clock.course();
        return clock.with(new Course(course.term(), null, course.excused(), null), clock.excuses());
    }

    /// Keeps an excuse as evidence, whatever the clock's rule makes of it; one that the rule
    /// accepts excuses from the day it was put on record.
    ///
    /// @return the clock as it stands now, the excuse last; empty when none runs
    public Optional<RunningClock> excuse(
            Subject subject, String rule, Excuse excuse, LocalDate givenOn) {
        return change(subject, rule, givenOn, clock -> excused(clock, excuse, givenOn));
    }

    private RunningClock excused(RunningClock clock, Excuse excuse, LocalDate givenOn) {
        Verdict verdict = rules.version(clock.rule(), clock.version()).judge(clock.term(), excuse);
        List<GivenExcuse> all = new ArrayList<>(clock.excuses());
        all.add(GivenExcuse.of(excuse, givenOn, verdict));
        Course course = clock.course();
        Course.Excused excused =
                verdict instanceof Verdict.Accepted accepted
                        ? accepted.since(givenOn)
                        : course.excused();
        return clock.with(new Course(course.term(), null, excused, null), all);
    }

    private Optional<RunningClock> change(
            Subject subject, String rule, LocalDate today, UnaryOperator<RunningClock> change) {
        return Objects.requireNonNull(
                transaction.execute(
                        status ->
                                rows.lock(subject, rule).stream()
                                        .filter(clock -> clock.isOpen(today))
                                        .findFirst()
                                        .map(clock -> turn(clock, change.apply(clock), today))));
    }

    private RunningClock turn(RunningClock before, RunningClock changed, LocalDate today) {
        Stand stand = Stand.of(changed.course(), today);
        RunningClock after = changed.standing(stand);
        rows.save(after, stand);
        if (after.state() != before.state()) {
            tell(before.state(), after);
        }
        return after;
    }

    private void tell(ClockState from, RunningClock clock) {
        events.publishEvent(new ClockTurned(from, clock));
    }

    /// The clock that was started.
    public RunningClock find(Subject subject, String rule) {
        return of(subject).stream()
                .filter(clock -> clock.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No clock of rule " + rule + " runs"));
    }

    /// Every clock of one conversation, the first due first.
    public List<RunningClock> of(ConversationId conversation) {
        return rows.of(conversation);
    }

    /// Every clock of one subject, the first due first.
    public List<RunningClock> of(Subject subject) {
        return rows.of(subject);
    }
}
