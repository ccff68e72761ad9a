package org.ehcexchange.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ehcexchange.timekeeping.ClockHouse.COUNCIL;
import static org.ehcexchange.timekeeping.ClockHouse.day;
import static org.ehcexchange.timekeeping.ClockHouse.wholeCase;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.clock.Clocks;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/// The authority's own 6, 16 and 20 weeks (SEND Regulations 2014, regs. 5, 10 and 13).
class AssessmentClocksTests {

    private static final LocalDate REQUESTED = day("2026-01-05");
    private static final ClockHouse HOUSE = new ClockHouse();

    private final Subject.Case whole = wholeCase("EHC-" + UUID.randomUUID());

    @Test
    void runFromTheDayTheAssessmentWasAskedFor() {
        assertThat(start(REQUESTED)).isEmpty();

        assertThat(HOUSE.timekeeper.of(whole))
                .extracting(RunningClock::rule, clock -> clock.term().dueOn().toString())
                .containsExactly(
                        tuple("decide", "2026-02-16"),
                        tuple("no-plan", "2026-04-27"),
                        tuple("final", "2026-05-25"));
        assertThat(HOUSE.timekeeper.of(whole))
                .allSatisfy(
                        clock -> {
                            assertThat(clock.owedBy()).isEqualTo(COUNCIL);
                            assertThat(clock.owedTo()).isNull();
                        });
    }

    @Test
    void startOnce() {
        start(REQUESTED);
        assertThat(start(REQUESTED)).isEmpty();
        assertThat(new ClockHouse(HOUSE.source).assessments.start(whole, REQUESTED, REQUESTED))
                .isEmpty();
        assertThat(HOUSE.timekeeper.of(whole)).hasSize(3);
    }

    @Test
    void areNotCountedFromTwoDays() {
        start(REQUESTED);

        assertThat(start(REQUESTED.plusDays(1)))
                .singleElement()
                .satisfies(AssessmentClocksTests::namesBothDays);
        assertThat(
                        new ClockHouse(HOUSE.source)
                                .assessments.start(whole, REQUESTED.plusDays(1), REQUESTED))
                .singleElement()
                .satisfies(AssessmentClocksTests::namesBothDays);
        assertThat(HOUSE.assessments.check(whole, REQUESTED.plusDays(1))).hasSize(1);
        assertThat(HOUSE.assessments.check(whole, REQUESTED)).isEmpty();
    }

    private static void namesBothDays(Violation violation) {
        assertThat(violation.pointer()).isEqualTo("/requestedOn");
        assertThat(violation.problem()).contains("2026-01-05", "2026-01-06");
    }

    @Test
    void forgetADayThatWasRolledBack() {
        HOUSE.transaction.executeWithoutResult(
                status -> {
                    start(REQUESTED);
                    status.setRollbackOnly();
                });

        assertThat(start(REQUESTED.plusDays(1))).isEmpty();
        assertThat(HOUSE.timekeeper.of(whole)).hasSize(3);
    }

    @Test
    void refuseADayBeforeTheLawWasInForce() {
        assertThat(start(day("2014-08-31")))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.pointer()).isEqualTo("/requestedOn"))
                .anySatisfy(it -> assertThat(it.problem()).contains("2014-08-31"));
        assertThat(HOUSE.assessments.check(whole, day("2014-08-31"))).isNotEmpty();
        assertThat(HOUSE.timekeeper.of(whole)).isEmpty();
    }

    @Test
    void startOnceWhenRequestsOfOneCaseComeAtOnce() throws InterruptedException {
        List<Violation> wrong = new CopyOnWriteArrayList<>();
        List<Thread> requests =
                IntStream.range(0, 6)
                        .mapToObj(
                                i -> Thread.ofVirtual().start(() -> wrong.addAll(start(REQUESTED))))
                        .toList();
        for (Thread request : requests) {
            request.join();
        }

        assertThat(wrong).isEmpty();
        assertThat(HOUSE.timekeeper.of(whole)).hasSize(3);
    }

    @Test
    void areExcusedByTheirOwnRuleOnly() {
        start(REQUESTED);
        LocalDate late = day("2026-06-01");
        HOUSE.timekeeper.excuse(
                whole,
                AssessmentClocks.FINAL,
                ClockHouse.missed(day("2026-02-02"), day("2026-07-01")),
                late);

        HOUSE.tick.turn(late);

        assertThat(HOUSE.timekeeper.find(whole, AssessmentClocks.FINAL).state())
                .isEqualTo(ClockState.OVERDUE);
    }

    @Test
    void needTheirRules() {
        assertThatThrownBy(() -> new AssessmentClocks(Clocks.rules(), HOUSE.timekeeper))
                .hasMessageContaining("decide");
    }

    private List<Violation> start(LocalDate requestedOn) {
        return HOUSE.assessments.start(whole, requestedOn, REQUESTED);
    }
}
