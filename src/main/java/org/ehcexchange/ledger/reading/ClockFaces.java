package org.ehcexchange.ledger.reading;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.AdviceClock;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.clock.Course;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.clock.Working;
import org.ehcexchange.ledger.conversation.State;
import org.ehcexchange.ledger.reading.Conversations.Clock;
import org.ehcexchange.ledger.reading.Conversations.Summary;
import org.ehcexchange.timekeeping.GivenExcuse;
import org.ehcexchange.timekeeping.RunningClock;
import org.ehcexchange.timekeeping.Timekeeper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// What the clocks of a conversation show to those who take part in it.
@Component
class ClockFaces {

    private static final String FROM = "counted from the day the adviser received the request";

    private final Timekeeper timekeeper;
    private final AdviceClock advice;
    private final InstantSource clock;

    ClockFaces(Timekeeper timekeeper, AdviceClock advice, InstantSource clock) {
        this.timekeeper = timekeeper;
        this.advice = advice;
        this.clock = clock;
    }

    /// The clocks that were started; of a request that waits to be received, the one that will be.
    List<Clock> of(Summary summary) {
        List<Clock> running = timekeeper.of(summary.id()).stream().map(ClockFaces::face).toList();
        return running.isEmpty()
                        && isAsked(summary)
                        && advice.work(LondonDay.of(clock.instant())) instanceof Working working
                ? List.of(notStarted(working))
                : running;
    }

    private static boolean isAsked(Summary summary) {
        return summary.adviceType() != null && State.of(summary.state()).isOpen();
    }

    private static Clock notStarted(Working working) {
        return new Clock(
                null,
                working.rule(),
                String.valueOf(working.version()),
                working.provision(),
                ClockState.NOT_STARTED,
                null,
                null,
                null,
                null,
                FROM + ", which nothing shows yet",
                null);
    }

    private static Clock face(RunningClock clock) {
        return new Clock(
                clock.id(),
                clock.rule(),
                String.valueOf(clock.version()),
                clock.provision(),
                clock.state(),
                clock.since(),
                clock.term().startedOn(),
                clock.term().dueOn(),
                endedOn(clock.course()),
                note(clock),
                "/api/v1/clocks/" + clock.id());
    }

    private static @Nullable LocalDate endedOn(Course course) {
        return course.metOn() == null ? course.stoppedOn() : course.metOn();
    }

    private static String note(RunningClock clock) {
        String excuses =
                clock.excuses().stream().map(ClockFaces::words).collect(Collectors.joining("; "));
        String from =
                clock.rule().equals(AdviceClock.RULE)
                        ? FROM
                        : "owed by %s; the days it counts from are in its working"
                                .formatted(clock.owedBy());
        return excuses.isEmpty() ? from : from + "; " + excuses + "; the day it is due stands";
    }

    private static String words(GivenExcuse excuse) {
        return excuse.accepted()
                ? "an exception is relied on (%s), which excuses until %s"
                        .formatted(excuse.evidence().kind(), excuse.until())
                : "an exception was given (%s) that does not excuse: %s"
                        .formatted(
                                excuse.evidence().kind(),
                                excuse.reasons().stream()
                                        .map(Violation::problem)
                                        .collect(Collectors.joining(" ")));
    }
}
