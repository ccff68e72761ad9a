package org.ehcexchange.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.clock.Course.Excused;
import org.ehcexchange.clock.Course.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.time.LocalDate;
import java.util.Map;

/// A duty's states, day by day.
class CourseTests {

    private static final LocalDate STARTED = LocalDate.of(2026, 7, 15);
    private static final LocalDate DUE_SOON = LocalDate.of(2026, 8, 19);
    private static final LocalDate DUE = LocalDate.of(2026, 8, 26);

    private static Term term(Bound bound) {
        return new Term(bound, STARTED, DUE_SOON, DUE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/clock/course.csv", numLinesToSkip = 1)
    void standsWhereTheDaysPutIt(ArgumentsAccessor line) {
        Excused excused =
                line.get(4) == null
                        ? null
                        : new Excused(line.get(4, LocalDate.class), line.get(5, LocalDate.class));
        Bound bound = Code.find(Bound.class, line.getString(1)).orElseThrow();
        Course course =
                new Course(
                        term(bound),
                        line.get(3, LocalDate.class),
                        excused,
                        line.get(7, LocalDate.class));

        assertThat(course.on(line.get(2, LocalDate.class)).code()).isEqualTo(line.getString(6));
    }

    @Test
    void tellsTheDayEachStateBegan() {
        Excused excused = new Excused(LocalDate.of(2026, 9, 2), LocalDate.of(2026, 9, 30));

        assertThat(
                        new Course(term(Bound.DEADLINE), LocalDate.of(2026, 10, 10), excused, null)
                                .steps())
                .containsExactly(
                        new Step(ClockState.RUNNING, STARTED),
                        new Step(ClockState.DUE_SOON, DUE_SOON),
                        new Step(ClockState.OVERDUE, LocalDate.of(2026, 8, 27)),
                        new Step(ClockState.EXCUSED, LocalDate.of(2026, 9, 2)),
                        new Step(ClockState.OVERDUE, LocalDate.of(2026, 10, 1)),
                        new Step(ClockState.MET_LATE, LocalDate.of(2026, 10, 10)));
    }

    @Test
    void leavesOutWhatNeverCameBecauseItWasMet() {
        assertThat(new Course(term(Bound.DEADLINE), DUE_SOON, null, null).steps())
                .containsExactly(
                        new Step(ClockState.RUNNING, STARTED), new Step(ClockState.MET, DUE_SOON));
    }

    @Test
    void skipsAStateThatWouldNotLastADay() {
        Term brief = new Term(Bound.DEADLINE, STARTED, STARTED, STARTED);

        assertThat(new Course(brief, null, null, null).steps())
                .containsExactly(
                        new Step(ClockState.DUE_SOON, STARTED),
                        new Step(ClockState.OVERDUE, STARTED.plusDays(1)));
    }

    @Test
    void hasNotStartedWithoutItsEventAndMayStillBeMet() {
        assertThat(new Course(null, null, null, null).on(DUE)).isEqualTo(ClockState.NOT_STARTED);
        assertThat(new Course(null, null, null, null).steps()).isEmpty();
        assertThat(new Course(null, DUE, null, null).on(DUE)).isEqualTo(ClockState.MET);
        assertThat(new Course(null, DUE, null, null).on(DUE.minusDays(1)))
                .isEqualTo(ClockState.NOT_STARTED);
    }

    @Test
    void followsFromAWorking() {
        Working working =
                Clocks.worked(
                        Clocks.shipped().work("advice-return", Map.of("receivedOn", STARTED)));

        assertThat(Course.of(working))
                .isEqualTo(new Course(term(Bound.DEADLINE), null, null, null));
    }
}
