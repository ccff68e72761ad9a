package org.ehcexchange.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.timekeeping.ClockHouse.COUNCIL;
import static org.ehcexchange.timekeeping.ClockHouse.RULE;
import static org.ehcexchange.timekeeping.ClockHouse.TRUST;
import static org.ehcexchange.timekeeping.ClockHouse.conversation;
import static org.ehcexchange.timekeeping.ClockHouse.day;
import static org.ehcexchange.timekeeping.ClockHouse.missed;
import static org.ehcexchange.timekeeping.ClockHouse.sixWeeks;
import static org.ehcexchange.timekeeping.ClockHouse.waitingList;

import org.ehcexchange.clock.ClockState;
import org.ehcexchange.clock.Course;
import org.ehcexchange.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

/// What the passing of days does to clocks.
class DailyTickTests {

    private static final LocalDate RECEIVED = day("2026-07-15");
    private static final LocalDate DUE = day("2026-08-26");

    private final DataSource source = TestDatabase.fresh();
    private final ClockHouse house = new ClockHouse(source);

    @Test
    void beginsOverdueOnTheDayAfterTheDueDayThoughNobodyLookedForAWeek() {
        Subject.Conversation request = conversation();
        house.start(request, RECEIVED);
        house.told.clear();

        assertThat(house.tick.turn(DUE.plusDays(8))).isOne();

        assertThat(house.find(request).state()).isEqualTo(ClockState.OVERDUE);
        assertThat(house.find(request).since()).isEqualTo(day("2026-08-27"));
        assertThat(house.told)
                .singleElement()
                .isEqualTo(new ClockTurned(ClockState.RUNNING, house.find(request)));
    }

    @Test
    void catchesUpOnce() {
        house.start(conversation(), RECEIVED);

        assertThat(house.tick.turn(DUE.plusDays(8))).isOne();
        assertThat(house.tick.turn(DUE.plusDays(8))).isZero();
        assertThat(house.tick.turn(DUE.plusDays(9))).isZero();
    }

    @Test
    void leavesTheDueDayItselfAlone() {
        Subject.Conversation request = conversation();
        house.start(request, RECEIVED);

        house.tick.turn(DUE);

        assertThat(house.find(request).state()).isEqualTo(ClockState.DUE_SOON);
        assertThat(house.find(request).since()).isEqualTo(day("2026-08-19"));
    }

    @Test
    void startsWhatBeginsOnALaterDay() {
        Subject.Conversation request = conversation();
        house.timekeeper.start(
                List.of(new Start(request, TRUST, COUNCIL, sixWeeks(RECEIVED))),
                RECEIVED.minusDays(10));
        assertThat(house.find(request).state()).isEqualTo(ClockState.NOT_STARTED);

        house.tick.turn(RECEIVED);

        assertThat(house.find(request).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void standsEveryDayAsTheLawSays() {
        List<Subject.Conversation> requests =
                Stream.generate(ClockHouse::conversation).limit(4).toList();
        requests.forEach(request -> house.start(request, RECEIVED));
        house.timekeeper.excuse(requests.get(1), RULE, missed(RECEIVED, DUE.plusDays(9)), RECEIVED);
        house.timekeeper.excuse(
                requests.get(2), RULE, waitingList(RECEIVED, DUE.plusDays(9)), RECEIVED);
        house.timekeeper.stop(requests.get(3), RULE, RECEIVED);
        for (LocalDate today = RECEIVED; today.isBefore(DUE.plusDays(20)); today = next(today)) {
            house.tick.turn(today);
            for (Subject request : requests) {
                assertStands(house.find(request), today);
            }
        }
    }

    /// Some days nobody looks.
    private static LocalDate next(LocalDate day) {
        return day.plusDays(day.getDayOfMonth() % 3 == 0 ? 2 : 1);
    }

    private static void assertStands(RunningClock clock, LocalDate today) {
        assertThat(clock.state()).isEqualTo(clock.course().on(today));
        assertThat(clock.course().steps()).contains(new Course.Step(clock.state(), clock.since()));
    }

    @Test
    void turnsMoreThanOneBatch() {
        start(1200);
        assertThat(house.tick.turn(DUE.plusDays(1))).isEqualTo(1200);
        assertThat(overdue()).isEqualTo(1200);
    }

    @Test
    void doublesNothingWhenInstancesLookAtOnce() throws InterruptedException {
        start(1200);
        List<ClockHouse> instances =
                Stream.generate(() -> new ClockHouse(source)).limit(3).toList();
        List<Thread> looks =
                instances.stream()
                        .map(one -> Thread.ofVirtual().start(() -> one.tick.turn(DUE.plusDays(1))))
                        .toList();
        for (Thread look : looks) {
            look.join();
        }
        house.tick.turn(DUE.plusDays(1));

        assertThat(overdue()).isEqualTo(1200);
        assertThat(
                        Stream.concat(instances.stream(), Stream.of(house))
                                .flatMap(one -> one.told.stream())
                                .filter(told -> told.clock().state() == ClockState.OVERDUE)
                                .map(told -> told.clock().id()))
                .hasSize(1200)
                .doesNotHaveDuplicates();
    }

    private void start(int many) {
        house.timekeeper.start(
                IntStream.range(0, many)
                        .mapToObj(
                                i -> new Start(conversation(), TRUST, COUNCIL, sixWeeks(RECEIVED)))
                        .toList(),
                RECEIVED);
    }

    private long overdue() {
        return house.database
                .sql("select count(*) from running_clock where state = 'overdue'")
                .query(Long.class)
                .single();
    }
}
