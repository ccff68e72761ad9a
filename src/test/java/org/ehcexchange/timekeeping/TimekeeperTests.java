package org.ehcexchange.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ehcexchange.timekeeping.ClockHouse.COUNCIL;
import static org.ehcexchange.timekeeping.ClockHouse.RULE;
import static org.ehcexchange.timekeeping.ClockHouse.TRUST;
import static org.ehcexchange.timekeeping.ClockHouse.conversation;
import static org.ehcexchange.timekeeping.ClockHouse.day;
import static org.ehcexchange.timekeeping.ClockHouse.missed;
import static org.ehcexchange.timekeeping.ClockHouse.sixWeeks;
import static org.ehcexchange.timekeeping.ClockHouse.waitingList;

import org.ehcexchange.clock.ClockState;
import org.ehcexchange.clock.Excuse;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

/// One clock from its start to its end.
class TimekeeperTests {

    private static final LocalDate RECEIVED = day("2026-07-15");
    private static final LocalDate DUE = day("2026-08-26");

    private static final ClockHouse HOUSE = new ClockHouse();

    private final ClockHouse house = HOUSE;
    private final Subject.Conversation request = conversation();

    @Test
    void startsOnTheDayOfTheEventWithAllThatWasWorkedOut() {
        RunningClock clock = house.start(request, RECEIVED);

        assertThat(clock).isEqualTo(house.find(request));
        assertThat(clock.subject()).isEqualTo(request);
        assertThat(clock.term()).isEqualTo(sixWeeks(RECEIVED).term());
        assertThat(clock.owedBy()).isEqualTo(TRUST);
        assertThat(clock.owedTo()).isEqualTo(COUNCIL);
        assertThat(clock.state()).isEqualTo(ClockState.RUNNING);
        assertThat(clock.since()).isEqualTo(RECEIVED);
        assertThat(house.lists.working(clock).path("dueOn").asText()).isEqualTo("2026-08-26");
    }

    @Test
    void staysAsItWasStarted() {
        house.start(request, RECEIVED);
        house.told.clear();

        assertThat(
                        house.timekeeper.start(
                                List.of(
                                        new Start(
                                                request,
                                                TRUST,
                                                COUNCIL,
                                                sixWeeks(RECEIVED.plusDays(3)))),
                                RECEIVED.plusDays(3)))
                .isEmpty();
        assertThat(house.find(request).term().dueOn()).isEqualTo(DUE);
        assertThat(house.told).isEmpty();
    }

    @Test
    void keepsOneWorkingForAllThatStartedAlike() {
        RunningClock one = house.start(request, RECEIVED);
        RunningClock other = house.start(conversation(), RECEIVED);
        RunningClock later = house.start(conversation(), RECEIVED.plusDays(1));

        assertThat(one.workingId()).isEqualTo(other.workingId()).isNotEqualTo(later.workingId());
        assertThat(workings(RECEIVED)).isOne();
    }

    @Test
    void remembersNoWorkingThatWasRolledBack() {
        LocalDate another = day("2025-02-03");
        house.transaction.executeWithoutResult(
                status -> {
                    house.start(request, another);
                    status.setRollbackOnly();
                });
        assertThat(workings(another)).isZero();

        house.start(request, another);

        assertThat(workings(another)).isOne();
    }

    @Test
    void isOverdueFromItsStartWhenItsEventIsLongPast() {
        house.timekeeper.start(
                List.of(new Start(request, TRUST, COUNCIL, sixWeeks(RECEIVED))), day("2026-10-01"));

        assertThat(house.find(request).state()).isEqualTo(ClockState.OVERDUE);
        assertThat(house.find(request).since()).isEqualTo(DUE.plusDays(1));
    }

    @Test
    void isMetOnTheDayItWasDue() {
        house.start(request, RECEIVED);
        assertThat(house.timekeeper.meet(request, RULE, DUE)).contains(house.find(request));
        assertThat(house.find(request).state()).isEqualTo(ClockState.MET);
        assertThat(house.find(request).since()).isEqualTo(DUE);
    }

    @Test
    void isMetLateTheDayAfter() {
        house.start(request, RECEIVED);
        house.timekeeper.meet(request, RULE, DUE.plusDays(1));
        assertThat(house.find(request).state()).isEqualTo(ClockState.MET_LATE);
    }

    @Test
    void staysMetWhateverComesAfterwards() {
        house.start(request, RECEIVED);
        house.timekeeper.meet(request, RULE, DUE);

        assertThat(house.timekeeper.meet(request, RULE, DUE.plusDays(9))).isEmpty();
        assertThat(house.timekeeper.stop(request, RULE, DUE.plusDays(9))).isEmpty();
        house.tick.turn(DUE.plusYears(1));
        assertThat(house.find(request).course().metOn()).isEqualTo(DUE);
    }

    @Test
    void isExcusedOnlyOnceItWouldBeOverdueAndOverdueAgainAfterwards() {
        house.start(request, RECEIVED);
        excuse(missed(day("2026-08-03"), day("2026-09-10")), day("2026-08-20"));
        assertThat(house.find(request).state()).isEqualTo(ClockState.DUE_SOON);

        house.tick.turn(DUE.plusDays(1));
        assertThat(house.find(request).state()).isEqualTo(ClockState.EXCUSED);
        assertThat(house.find(request).since()).isEqualTo(DUE.plusDays(1));
        assertThat(house.find(request).term().dueOn()).isEqualTo(DUE);

        house.tick.turn(day("2026-09-11"));
        assertThat(house.find(request).state()).isEqualTo(ClockState.OVERDUE);
        assertThat(house.find(request).since()).isEqualTo(day("2026-09-11"));
    }

    @Test
    void isExcusedFromTheDayAnExcuseIsGivenLate() {
        house.start(request, RECEIVED);
        house.tick.turn(day("2026-09-01"));

        excuse(missed(day("2026-08-03"), day("2026-09-10")), day("2026-09-01"));

        assertThat(house.find(request).state()).isEqualTo(ClockState.EXCUSED);
        assertThat(house.find(request).since()).isEqualTo(day("2026-09-01"));
        assertThat(house.find(request).excusedBy()).isEqualTo("missed-appointment");
    }

    @Test
    void isMetLateThoughExcused() {
        house.start(request, RECEIVED);
        excuse(missed(day("2026-08-03"), day("2026-09-10")), day("2026-08-20"));

        house.timekeeper.meet(request, RULE, day("2026-09-05"));

        assertThat(house.find(request).state()).isEqualTo(ClockState.MET_LATE);
    }

    @Test
    void keepsARefusedExcuseAsEvidenceThatExcusesNothing() {
        house.start(request, RECEIVED);
        excuse(waitingList(day("2026-08-03"), day("2026-09-10")), day("2026-08-20"));
        house.tick.turn(DUE.plusDays(1));

        RunningClock clock = house.find(request);
        assertThat(clock.state()).isEqualTo(ClockState.OVERDUE);
        assertThat(clock.excusedBy()).isNull();
        assertThat(clock.excuses())
                .singleElement()
                .satisfies(
                        excuse -> {
                            assertThat(excuse.accepted()).isFalse();
                            assertThat(excuse.evidence().kind()).isEqualTo("waiting-list");
                            assertThat(excuse.until()).isNull();
                            assertThat(excuse.reasons()).hasSize(1);
                        });
    }

    @Test
    void keepsAnAcceptedExcuseWhenTheNextIsRefused() {
        house.start(request, RECEIVED);
        excuse(missed(day("2026-08-03"), day("2026-09-10")), day("2026-08-20"));
        excuse(waitingList(day("2026-08-03"), day("2026-10-10")), day("2026-08-21"));
        house.tick.turn(DUE.plusDays(1));

        assertThat(house.find(request).state()).isEqualTo(ClockState.EXCUSED);
        assertThat(house.find(request).excuses()).hasSize(2);
    }

    @Test
    void stopsWhenWhatItCountedTowardsIsTakenBack() {
        house.start(request, RECEIVED);
        house.timekeeper.stop(request, RULE, day("2026-08-01"));
        house.tick.turn(DUE.plusDays(1));

        assertThat(house.find(request).state()).isEqualTo(ClockState.STOPPED);
        assertThat(house.find(request).since()).isEqualTo(day("2026-08-01"));
    }

    @Test
    void keepsACaseApartFromItsConversations() {
        Subject.Case whole = ClockHouse.wholeCase(request.caseReference().value());
        house.start(request, RECEIVED);
        house.start(whole, RECEIVED.plusDays(1));

        assertThat(house.timekeeper.of(whole)).singleElement().isEqualTo(house.find(whole));
        assertThat(house.timekeeper.of(request.id())).containsExactly(house.find(request));
    }

    @Test
    void tellsEachStateItCameInto() {
        house.start(request, RECEIVED);
        house.tick.turn(day("2026-08-19"));
        house.tick.turn(day("2026-08-27"));
        house.timekeeper.meet(request, RULE, day("2026-08-28"));

        assertThat(house.told)
                .filteredOn(told -> told.clock().subject().equals(request))
                .extracting(ClockTurned::from, told -> told.clock().state())
                .containsExactly(
                        tuple(ClockState.NOT_STARTED, ClockState.RUNNING),
                        tuple(ClockState.RUNNING, ClockState.DUE_SOON),
                        tuple(ClockState.DUE_SOON, ClockState.OVERDUE),
                        tuple(ClockState.OVERDUE, ClockState.MET_LATE));
    }

    @Test
    void saysSoWhenAClockIsAskedForThatWasNeverStarted() {
        assertThatThrownBy(() -> house.find(request)).hasMessageContaining(RULE);
        assertThat(house.timekeeper.meet(request, RULE, DUE)).isEmpty();
    }

    private void excuse(Excuse excuse, LocalDate givenOn) {
        house.timekeeper.excuse(request, RULE, excuse, givenOn);
    }

    private long workings(LocalDate receivedOn) {
        return house.database
                .sql("select count(*) from clock_working where events ->> 'receivedOn' = ?")
                .param(receivedOn.toString())
                .query(Long.class)
                .single();
    }
}
