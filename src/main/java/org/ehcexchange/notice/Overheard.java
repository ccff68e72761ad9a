package org.ehcexchange.notice;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Person;
import org.ehcexchange.notification.ChangeReminded;
import org.ehcexchange.notification.ChangeWaits;
import org.ehcexchange.timekeeping.ClockTurned;
import org.ehcexchange.timekeeping.ReminderDays.Due;
import org.ehcexchange.timekeeping.RunningClock;
import org.ehcexchange.timekeeping.Subject;
import org.ehcexchange.worktray.HandedOut;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// Hears, in the transaction in which it happens, what is not on the way of a message: that a day
/// turned a clock, that a request was handed out, that a notification waits, that one is to be
/// reminded of.
@Component
@NoticesOn
class Overheard {

    private final NoticeRows rows;
    private final Audience audience;

    Overheard(NoticeRows rows, Audience audience) {
        this.rows = rows;
        this.audience = audience;
    }

    @EventListener
    void on(ClockTurned turned) {
        RunningClock clock = turned.clock();
        if (clock.state() == ClockState.DUE_SOON) {
            rows.add(of(clock, Stage.DUE_SOON), owing(clock));
        }
        if (clock.state() == ClockState.OVERDUE) {
            rows.add(of(clock, Stage.OVERDUE), owing(clock));
            rows.add(of(clock, Stage.OVERDUE), waitingFor(clock));
        }
    }

    private static Happening of(RunningClock clock, Stage stage) {
        return new Happening(
                stage,
                clock.id(),
                clock.since().toString(),
                conversation(clock.subject()),
                begin(clock.since()));
    }

    private static Instant begin(LocalDate day) {
        return LondonDay.end(day.minusDays(1));
    }

    private static @Nullable ConversationId conversation(Subject subject) {
        return switch (subject) {
            case Subject.Conversation conversation -> conversation.id();
            case Subject.Case whole -> null;
        };
    }

    private List<Person> owing(RunningClock clock) {
        return switch (clock.subject()) {
            case Subject.Conversation conversation ->
                    audience.workingOn(clock.owedBy(), conversation.id());
            case Subject.Case whole -> audience.working(clock.owedBy());
        };
    }

    /// An authority is told of what others owe in its cases.
    private List<Person> waitingFor(RunningClock clock) {
        OrganisationCode authority = clock.subject().authority();
        return authority.equals(clock.owedBy()) ? List.of() : audience.caseworkers(authority);
    }

    @EventListener
    void on(HandedOut handed) {
        rows.add(
                Happening.in(
                        handed.conversation(),
                        Stage.HANDED_OUT,
                        handed.at().toString(),
                        handed.at()),
                Stream.of(handed.colleague())
                        .filter(person -> person.email() != null)
                        .filter(person -> !person.equals(handed.by()))
                        .toList());
    }

    @EventListener
    void on(ChangeWaits change) {
        rows.add(
                Happening.in(
                        change.notification(),
                        Stage.NOTIFICATION_TO_APPROVE,
                        change.at().toString(),
                        change.at()),
                audience.healthOfficers(change.old()));
    }

    /// Only until the clock says by itself that its day is near.
    @EventListener
    void on(ChangeReminded reminded) {
        Due reminder = reminded.reminder();
        if (reminded.today().isBefore(reminder.dueSoonOn())) {
            rows.add(
                    new Happening(
                            Stage.REMINDER,
                            reminder.clock(),
                            String.valueOf(reminder.number()),
                            reminder.conversation(),
                            begin(reminded.today())),
                    audience.healthOfficers(reminder.owedBy()));
        }
    }
}
