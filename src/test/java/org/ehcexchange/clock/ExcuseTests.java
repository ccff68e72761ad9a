package org.ehcexchange.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.Excuse.Closure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What excuses lateness is for the rule to say, and every reason against it is told.
class ExcuseTests {

    private static final LocalDate BEGAN = LocalDate.of(2026, 5, 4);
    private static final LocalDate IN_TIME = LocalDate.of(2026, 5, 20);
    private static final LocalDate PROMISED = LocalDate.of(2026, 7, 1);

    private final Rules rules = Clocks.shipped();

    private Working working(String rule) {
        Set<String> events = rules.versionsOf(rule).getFirst().events().keySet();
        return Clocks.worked(
                rules.work(
                        rule,
                        Map.copyOf(
                                events.stream().collect(Collectors.toMap(it -> it, it -> BEGAN)))));
    }

    private static Excuse excuse(String kind, String reason, String author) {
        return new Excuse(kind, reason, IN_TIME, null, author, PROMISED, null);
    }

    private List<Violation> refused(String rule, Excuse excuse) {
        return switch (rules.judge(working(rule), excuse)) {
            case Verdict.Refused(var reasons) -> reasons;
            case Verdict.Accepted accepted -> throw new AssertionError(accepted.toString());
        };
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvFileSource(resources = "/clock/excuses.csv", numLinesToSkip = 1)
    void isAcceptedOrRefusedAsTheRuleSays(ArgumentsAccessor line) {
        Closure closure =
                line.get(6) == null ? null : new Closure(day(line, 6), day(line, 7), day(line, 8));
        Excuse excuse =
                new Excuse(
                        line.getString(2),
                        "what happened, in words",
                        day(line, 3),
                        line.get(4, LocalDate.class),
                        "Designated Health Officer",
                        line.get(5, LocalDate.class),
                        closure);

        String verdict =
                switch (rules.judge(working(line.getString(1)), excuse)) {
                    case Verdict.Accepted accepted -> "ok " + accepted.until();
                    case Verdict.Refused(var reasons) ->
                            String.join(" ", reasons.stream().map(Violation::pointer).toList());
                };
        assertThat(verdict).isEqualTo(line.getString(9));
    }

    private static LocalDate day(ArgumentsAccessor line, int column) {
        return LocalDate.parse(line.getString(column));
    }

    @Test
    void namesTheProvisionThatExcuses() {
        Excuse excuse = excuse("missed-appointment", "the child was not brought", "trust's clerk");

        assertThat(rules.judge(working("advice-return"), excuse))
                .isEqualTo(
                        new Verdict.Accepted(
                                "missed-appointment",
                                "SEND Regulations 2014, reg. 8(2)(c)",
                                PROMISED));
    }

    @Test
    void holdsFromTheDayItIsPutOnRecord() {
        assertThat(new Verdict.Accepted("absent-4-weeks", "", PROMISED).since(IN_TIME))
                .isEqualTo(new Course.Excused(IN_TIME, PROMISED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The child is on our waiting list.",
                "Our WAITING-LIST is long",
                "a backlog of referrals",
                "the waiting  time is 20 weeks",
                "On the waitlist"
            })
    void isNoneWhenItIsAWaitingListUnderAnotherName(String reason) {
        List<Violation> reasons =
                refused("advice-return", excuse("exceptional-circumstances", reason, "clerk"));

        assertThat(reasons)
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.pointer()).isEqualTo("/reason");
                            assertThat(it.problem()).contains("never an exception");
                            assertThat(it.remedy()).contains("absent-4-weeks: ");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ab", " ab "})
    void isNoneWithoutAReasonAndSomebodyWhoVouchesForIt(String text) {
        assertThat(refused("advice-return", excuse("missed-appointment", text, text)))
                .extracting(Violation::pointer)
                .containsExactly("/reason", "/author");
        assertThat(
                        rules.judge(
                                working("advice-return"),
                                excuse("missed-appointment", "ill", "DHO")))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void saysWhichExceptionsThereAre() {
        Violation reason =
                refused("advice-return", excuse("holidays", "on holiday", "clerk")).getFirst();

        assertThat(reason.problem())
                .isEqualTo("SEND Regulations 2014, reg. 8(1) has no such exception.");
        assertThat(reason.remedy())
                .startsWith("The exceptions are exceptional-circumstances: ")
                .contains("; missed-appointment: ")
                .endsWith(".");
        assertThat(
                        refused("transfer", excuse("holidays", "on holiday", "clerk"))
                                .getFirst()
                                .remedy())
                .startsWith("Nothing excuses lateness here");
    }

    @Test
    void saysWhichDaysItMustHoldOn() {
        Excuse early = new Excuse("absent-4-weeks", "away", BEGAN, BEGAN, "clerk", PROMISED, null);

        Violation reason = refused("advice-return", early).getFirst();

        assertThat(reason.problem())
                .startsWith(
                        "It does not hold for 4 weeks of the time from 2026-05-04 to 2026-06-15")
                .contains("reg. 8(2)(b)");
        assertThat(reason.remedy()).endsWith("Otherwise the exception does not apply.");
    }

    @Test
    void neverRepeatsWhatWasWrittenOfAChild() {
        Excuse excuse = excuse("holidays", "Jay Sample went to the sea", "Ms Example");

        assertThat(excuse.toString()).isEqualTo("Excuse[holidays]");
        assertThat(refused("advice-return", excuse).toString())
                .doesNotContain("Sample")
                .doesNotContain("Example");
    }

    @Test
    void isHeldAgainstTheVersionThatGaveTheDate() {
        Rules changed =
                Clocks.rules(Clocks.rule(1, "2014-09-01", 6), Clocks.rule(2, "2027-01-01", 8));
        Working working = Clocks.worked(changed.work("advice-return", Map.of("receivedOn", BEGAN)));

        assertThat(changed.judge(working, excuse("holidays", "away", "clerk")))
                .isInstanceOf(Verdict.Refused.class);
        assertThatThrownBy(
                        () ->
                                Clocks.rules(Clocks.rule(2, "2027-01-01", 8))
                                        .judge(working, excuse("holidays", "away", "clerk")))
                .hasMessageContaining("advice-return");
    }

    @Test
    void isMeasuredInCalendarTime() {
        Span month = new Span(1, Unit.MONTHS);

        assertThat(month.fits(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28))).isTrue();
        assertThat(month.fits(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 27))).isFalse();
        assertThat(new Span(0, Unit.DAYS).fits(PROMISED, BEGAN)).isFalse();
        assertThatThrownBy(() -> new Condition.Lasts(new Span(20, Unit.WORKING_DAYS)))
                .hasMessageContaining("not working days");
        assertThatThrownBy(() -> new Condition.Closed(month, month, new Span(5, Unit.WORKING_DAYS)))
                .hasMessageContaining("not working days");
        assertThatThrownBy(() -> new Condition.Closed(month, new Span(5, Unit.WORKING_DAYS), month))
                .hasMessageContaining("not working days");
        assertThatThrownBy(() -> new Condition.Closed(new Span(5, Unit.WORKING_DAYS), month, month))
                .hasMessageContaining("not working days");
    }

    @Test
    void lastsToTheLaterOfItsEndAndThePromisedDay() {
        assertThat(until(IN_TIME, PROMISED)).isEqualTo(PROMISED);
        assertThat(until(PROMISED, IN_TIME)).isEqualTo(PROMISED);
        assertThat(until(IN_TIME, null)).isEqualTo(IN_TIME);
        assertThat(until(null, PROMISED)).isEqualTo(PROMISED);
        assertThat(until(null, null)).isNull();
    }

    private static @Nullable LocalDate until(@Nullable LocalDate to, @Nullable LocalDate by) {
        return new Excuse("kind", "reason", BEGAN, to, "author", by, null).until();
    }
}
