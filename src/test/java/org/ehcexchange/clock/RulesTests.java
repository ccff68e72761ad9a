package org.ehcexchange.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ehcexchange.canonical.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What cannot be worked out is told with every reason; nothing is guessed.
class RulesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private final Rules rules = Clocks.shipped();

    private static List<Violation> reasons(Work work) {
        return switch (work) {
            case Unworkable(var reasons) -> reasons;
            case Working working -> throw new AssertionError("worked: " + working.dueOn());
        };
    }

    @Test
    void namesTheRulesWhenThereIsNoSuch() {
        assertThat(reasons(rules.work("payment", Map.of())))
                .singleElement()
                .satisfies(
                        reason -> {
                            assertThat(reason.pointer()).isEmpty();
                            assertThat(reason.problem()).isEqualTo("There is no such rule.");
                            assertThat(reason.remedy())
                                    .startsWith("The rules are advice-return, amend-final, ")
                                    .endsWith("transfer.");
                        });
    }

    @Test
    void namesEveryMissingAndUnknownEventAtOnce() {
        List<Violation> reasons =
                reasons(rules.work("transfer", Map.of("receivedOn", DAY, "hearsOn", DAY)));

        assertThat(reasons)
                .extracting(Violation::pointer)
                .containsExactly("/movedOn", "/awareOn", "/hearsOn", "/receivedOn");
        assertThat(reasons.get(0).problem()).isEqualTo("movedOn is missing: the day of the move.");
        assertThat(reasons.get(2).problem()).isEqualTo("hearsOn is no event of this rule.");
        assertThat(reasons)
                .extracting(Violation::remedy)
                .containsOnly("Give movedOn and awareOn, each once.");
    }

    @Test
    void refusesADayBeforeTheRegulations() {
        assertThat(reasons(rules.work("decide", Map.of("requestedOn", LocalDate.of(2014, 8, 31)))))
                .singleElement()
                .satisfies(
                        reason -> {
                            assertThat(reason.pointer()).isEqualTo("/requestedOn");
                            assertThat(reason.problem()).contains("decide", "2014-08-31");
                            assertThat(reason.remedy()).contains("Correct the day");
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "ccg-other, 2028-12-07",
        "ccg-other, 2028-12-31",
        "ccg-cannot, 2029-01-01",
        "ccg-other, 2040-01-01"
    })
    void doesNotGuessPastTheLastKnownBankHolidays(String rule, LocalDate awareOn) {
        assertThat(reasons(rules.work(rule, Map.of("awareOn", awareOn))))
                .singleElement()
                .satisfies(
                        reason -> {
                            assertThat(reason.pointer()).isEqualTo("/awareOn");
                            assertThat(reason.problem())
                                    .startsWith("15 working days of " + awareOn)
                                    .contains("england-2014-2028-");
                            assertThat(reason.remedy())
                                    .contains("exchange.clock.holidays-known-to");
                        });
    }

    @Test
    void doesNotGuessWhenToRemindOfAMoveFarAhead() {
        Map<String, LocalDate> events = Map.of("movedOn", LocalDate.of(2029, 6, 1), "awareOn", DAY);

        assertThat(reasons(rules.work("transfer", events)))
                .extracting(Violation::pointer)
                .containsExactly("/movedOn");
    }

    @Test
    void doesNotGuessWhatToRollOnTo() {
        Rules rolling =
                Clocks.read(
                        new ClockSettings(
                                Clocks.SETTINGS.rules(), true, 2028, List.of(), List.of()));

        assertThat(reasons(rolling.work("final", Map.of("requestedOn", LocalDate.of(2028, 8, 20)))))
                .extracting(Violation::pointer)
                .containsExactly("/requestedOn");
        assertThat(
                        reasons(
                                rolling.work(
                                        "decide",
                                        Map.of("requestedOn", LocalDate.of(2028, 11, 18)))))
                .hasSize(1);
    }

    @Test
    void readsDaysAsACallerWritesThem() {
        assertThat(
                        rules.read(
                                "transfer",
                                Map.of(
                                        "awareOn",
                                        List.of("2026-05-11"),
                                        "movedOn",
                                        List.of("2026-06-01"))))
                .isEqualTo(
                        new Asked.Days(
                                Map.of("movedOn", DAY, "awareOn", LocalDate.of(2026, 5, 11))));
    }

    @Test
    void tellsEverythingThatIsWrongWithWhatACallerWrote() {
        Map<String, List<String>> written =
                Map.of(
                        "movedOn",
                        List.of("1 June"),
                        "awareOn",
                        List.of("2026-05-11", "2026-05-12"),
                        "a/b~c",
                        List.of("2026-05-11"));

        assertThat(rules.read("transfer", written))
                .isInstanceOfSatisfying(
                        Asked.Faults.class,
                        faults ->
                                assertThat(faults.reasons())
                                        .extracting(it -> it.pointer() + " " + it.problem())
                                        .containsExactly(
                                                "/a~1b~0c a/b~c is no event of this rule.",
                                                "/movedOn movedOn is no day.",
                                                "/awareOn awareOn is given more than once."));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-29", "2026-13-01", "26-06-01", "2026-6-1", "+12026-06-01", "''", "today"})
    void takesOnlyDaysOfTheCalendar(String text) {
        assertThat(rules.read("decide", Map.of("requestedOn", List.of(text))))
                .isInstanceOfSatisfying(
                        Asked.Faults.class,
                        faults -> {
                            assertThat(faults.reasons()).hasSize(1);
                            assertThat(faults.reasons().getFirst().remedy())
                                    .isEqualTo("Write it like 2026-06-01.");
                        });
    }

    @Test
    void readsNothingForARuleThatIsNot() {
        assertThatThrownBy(() -> rules.read("payment", Map.of())).hasMessageContaining("payment");
    }

    @Test
    void listsVersionsByRuleAndFirstDay() {
        Rules several =
                Clocks.rules(Clocks.rule(2, "2027-01-01", 7), Clocks.rule(1, "2014-09-01", 6));

        assertThat(several.all()).extracting(Rule::version).containsExactly(1, 2);
        assertThat(several.versionsOf("payment")).isEmpty();
    }

    @Test
    void keepsTheOldVersionForOldEvents() {
        Rules before = Clocks.rules(Clocks.rule(1, "2014-09-01", 6));
        Rules after =
                Clocks.rules(Clocks.rule(2, "2027-01-01", 8), Clocks.rule(1, "2014-09-01", 6));
        Map<String, LocalDate> old = Map.of("receivedOn", LocalDate.of(2026, 12, 31));
        Map<String, LocalDate> fresh = Map.of("receivedOn", LocalDate.of(2027, 1, 1));

        assertThat(after.work("advice-return", old)).isEqualTo(before.work("advice-return", old));
        assertThat(Clocks.worked(after.work("advice-return", fresh)).version()).isEqualTo(2);
        assertThat(Clocks.worked(after.work("advice-return", fresh)).dueOn())
                .isEqualTo(LocalDate.of(2027, 2, 26));
    }
}
