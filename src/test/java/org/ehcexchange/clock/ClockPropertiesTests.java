package org.ehcexchange.clock;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.ehcexchange.clock.Course.Excused;
import org.ehcexchange.clock.Course.Step;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;

/// What holds for every day, rule and holiday.
class ClockPropertiesTests {

    private static final LocalDate FIRST = LocalDate.of(2014, 9, 1);
    private static final Rules RULES = Clocks.shipped();

    /// Days that stay far enough from the last known year.
    @Provide
    Arbitrary<LocalDate> day() {
        return Arbitraries.integers().between(0, 5000).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<Rule> rule() {
        return Arbitraries.of(RULES.all());
    }

    private static LocalDate end(
            LocalDate from, int days, Counting counting, WorkingDays calendar) {
        Stretch stretch = new Stretch("", days, Unit.WORKING_DAYS, counting, Direction.AFTER, "");
        return new Count(from, stretch, calendar).days().orElseThrow().getLast().date();
    }

    @Property(tries = 300)
    void anotherHolidayNeverMakesAWorkingDayDateEarlier(
            @ForAll("day") LocalDate from,
            @ForAll @IntRange(min = 1, max = 20) int days,
            @ForAll @IntRange(max = 40) int holidayAfter,
            @ForAll Counting counting) {
        Map<LocalDate, String> holidays = new TreeMap<>(Clocks.ENGLAND.holidays());
        holidays.put(from.plusDays(holidayAfter), "another");
        WorkingDays more = new WorkingDays(holidays, 2014, 2028);

        assertThat(end(from, days, counting, more))
                .isAfterOrEqualTo(end(from, days, counting, Clocks.ENGLAND));
    }

    @Property(tries = 300)
    void inclusiveAndExclusiveDifferExactlyWhenTheEventsDayIsAWorkingDay(
            @ForAll("day") LocalDate from, @ForAll @IntRange(min = 1, max = 20) int days) {
        LocalDate inclusive = end(from, days, Counting.INCLUSIVE, Clocks.ENGLAND);
        LocalDate exclusive = end(from, days, Counting.EXCLUSIVE, Clocks.ENGLAND);

        assertThat(inclusive.equals(exclusive)).isEqualTo(!Clocks.ENGLAND.isWorking(from));
        assertThat(inclusive).isBeforeOrEqualTo(exclusive);
    }

    @Property(tries = 300)
    void aPeriodOfWorkingDaysEndsOnAWorkingDay(
            @ForAll("day") LocalDate from,
            @ForAll @IntRange(min = 1, max = 20) int days,
            @ForAll Counting counting) {
        assertThat(Clocks.ENGLAND.isWorking(end(from, days, counting, Clocks.ENGLAND))).isTrue();
    }

    @Property(tries = 100)
    void noDateDependsOnTheMachinesZone(@ForAll("rule") Rule rule, @ForAll("day") LocalDate day) {
        TimeZone own = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Work east = RULES.work(rule.id(), everyEventOn(rule, day));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Pago_Pago"));
            Work west = RULES.work(rule.id(), everyEventOn(rule, day));

            assertThat(east).isInstanceOf(Working.class).isEqualTo(west);
        } finally {
            TimeZone.setDefault(own);
        }
    }

    private static Map<String, LocalDate> everyEventOn(Rule rule, LocalDate day) {
        Map<String, LocalDate> events = new LinkedHashMap<>();
        rule.events().keySet().forEach(event -> events.put(event, day));
        return events;
    }

    @Property(tries = 200)
    void everyDayBetweenIsListedOnceAndNumbersHaveNoGap(
            @ForAll("rule") Rule rule, @ForAll("day") LocalDate day) {
        Working working = Clocks.worked(RULES.work(rule.id(), everyEventOn(rule, day)));

        for (Limb limb : working.limbs()) {
            List<Day> days = limb.days();
            for (int i = 1; i < days.size(); i++) {
                long apart = days.get(i).date().toEpochDay() - days.get(i - 1).date().toEpochDay();
                assertThat(Math.abs(apart)).isEqualTo(1);
            }
            List<Integer> numbers =
                    days.stream().map(Day::number).filter(it -> it != null).toList();
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).isEqualTo(i + 1);
            }
        }
    }

    @Property(tries = 200)
    void remindersAndTheDueSoonDayLieInTheTime(
            @ForAll("rule") Rule rule, @ForAll("day") LocalDate day) {
        Working working = Clocks.worked(RULES.work(rule.id(), everyEventOn(rule, day)));

        assertThat(working.dueSoonOn()).isBetween(working.startedOn(), working.dueOn());
        assertThat(working.reminders())
                .isSorted()
                .allSatisfy(it -> assertThat(it).isBetween(working.startedOn(), working.dueOn()));
    }

    @Provide
    Arbitrary<Course> course() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 90).map(FIRST::plusDays);
        Arbitrary<Term> terms =
                Combinators.combine(Arbitraries.of(Bound.values()), days, days, days)
                        .as(ClockPropertiesTests::term);
        Arbitrary<Excused> excuses = Combinators.combine(days, days).as(Excused::new);
        return Combinators.combine(
                        terms.injectNull(0.1),
                        days.injectNull(0.4),
                        excuses.injectNull(0.3),
                        days.injectNull(0.7))
                .as(Course::new);
    }

    private static Term term(Bound bound, LocalDate one, LocalDate two, LocalDate three) {
        List<LocalDate> days = List.of(one, two, three).stream().sorted().toList();
        return new Term(bound, days.get(0), days.get(1), days.get(2));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void statesFollowEachOtherAndAreNeverTakenBack(@ForAll("course") Course course) {
        List<Step> steps = course.steps();

        assertThat(steps).extracting(Step::on).doesNotHaveDuplicates().isSorted();
        for (int i = 1; i < steps.size(); i++) {
            assertThat(following(steps.get(i - 1).state())).contains(steps.get(i).state());
        }
        for (Step step : steps) {
            assertThat(course.on(step.on())).isEqualTo(step.state());
        }
    }

    private static List<ClockState> following(ClockState state) {
        return switch (state) {
            case NOT_STARTED -> List.of(ClockState.values());
            case RUNNING -> List.of(ClockState.DUE_SOON, ClockState.MET, ClockState.STOPPED);
            case DUE_SOON ->
                    List.of(
                            ClockState.OVERDUE,
                            ClockState.EXCUSED,
                            ClockState.MET,
                            ClockState.MET_LATE,
                            ClockState.STOPPED);
            case OVERDUE -> List.of(ClockState.EXCUSED, ClockState.MET_LATE, ClockState.STOPPED);
            case EXCUSED -> List.of(ClockState.OVERDUE, ClockState.MET_LATE, ClockState.STOPPED);
            case MET, MET_LATE, STOPPED -> List.of();
        };
    }
}
