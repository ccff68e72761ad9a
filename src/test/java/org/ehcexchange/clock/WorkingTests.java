package org.ehcexchange.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What is shown of a working is enough to work the date again by hand.
class WorkingTests {

    private static final LocalDate MOVED = LocalDate.of(2026, 6, 1);

    private final Rules rules = Clocks.shipped();

    private Working transfer(LocalDate awareOn) {
        return worked("transfer", Map.of("movedOn", MOVED, "awareOn", awareOn));
    }

    private Working worked(String rule, Map<String, LocalDate> events) {
        return Clocks.worked(rules.work(rule, events));
    }

    private static List<String> lines(Limb limb) {
        return limb.days().stream()
                .map(day -> day.date() + " " + day.number() + " " + day.why())
                .toList();
    }

    @Test
    void numbersTheDaysThatCountAndSaysWhyOthersDoNot() {
        Limb limb = transfer(LocalDate.of(2026, 5, 9)).limbs().get(1);

        assertThat(limb.words())
                .isEqualTo(
                        "15 working days beginning with 2026-05-09, the day the old authority"
                                + " became aware of the move");
        assertThat(lines(limb))
                .startsWith(
                        "2026-05-09 null does not count: Saturday",
                        "2026-05-10 null does not count: Sunday",
                        "2026-05-11 1 counts: a working day")
                .contains("2026-05-25 null does not count: Spring Bank Holiday")
                .contains("2026-05-29 14 counts: a working day")
                .endsWith("2026-06-01 15 counts: a working day")
                .hasSize(24);
    }

    @Test
    void saysThatThereWereFifteenWorkingDaysOfNotice() {
        Working working = transfer(LocalDate.of(2026, 5, 8));

        assertThat(working.explanation())
                .contains("aware 15 working days or more before the move")
                .contains("on the day of the move");
        assertThat(working.limbs().get(0).governs()).isTrue();
        assertThat(working.limbs().get(1).governs()).isFalse();
        assertThat(working.limbs().get(1).on()).isEqualTo(LocalDate.of(2026, 5, 29));
        assertThat(lines(working.limbs().getFirst()))
                .containsExactly("2026-06-01 null the day itself");
        assertThat(working.limbs().getFirst().words())
                .isEqualTo("on 2026-06-01, the day of the move");
    }

    @Test
    void saysThatThereWereFewerEvenWhenBothDaysAreTheSame() {
        Working working = transfer(LocalDate.of(2026, 5, 11));

        assertThat(working.dueOn()).isEqualTo(MOVED);
        assertThat(working.explanation())
                .contains("aware fewer than 15 working days before the move");
        assertThat(working.limbs().get(0).governs()).isFalse();
        assertThat(working.limbs().get(1).governs()).isTrue();
    }

    @Test
    void leavesOutTheDayOfTheEventWhereTheLawDoes() {
        Limb limb =
                worked("ccg-other", Map.of("awareOn", LocalDate.of(2026, 6, 3))).limbs().getFirst();

        assertThat(limb.words()).startsWith("15 working days of 2026-06-03, the day");
        assertThat(lines(limb))
                .startsWith(
                        "2026-06-03 null does not count: the first day is the one after",
                        "2026-06-04 1 counts: a working day");
    }

    @Test
    void countsBackFromAMeeting() {
        Limb limb =
                worked("review-papers", Map.of("meetingOn", LocalDate.of(2026, 6, 18)))
                        .limbs()
                        .getFirst();

        assertThat(limb.words()).startsWith("2 weeks before 2026-06-18, the day");
        assertThat(lines(limb))
                .startsWith(
                        "2026-06-18 null does not count: the first day is the one before",
                        "2026-06-17 1 counts: every calendar day does")
                .endsWith("2026-06-04 14 counts: every calendar day does");
    }

    @Test
    void beginsWhatIsDueBeforeItsEventWithTheFirstThingToDo() {
        Working papers = worked("review-papers", Map.of("meetingOn", LocalDate.of(2026, 6, 18)));

        assertThat(papers.startedOn()).isEqualTo(LocalDate.of(2026, 5, 28));
        assertThat(papers.reminders()).containsExactly(LocalDate.of(2026, 5, 28));
        assertThat(papers.term())
                .isEqualTo(
                        new Term(
                                Bound.DEADLINE,
                                LocalDate.of(2026, 5, 28),
                                LocalDate.of(2026, 5, 28),
                                LocalDate.of(2026, 6, 4)));
    }

    @Test
    void beginsOtherTimesWithTheirTrigger() {
        assertThat(transfer(LocalDate.of(2026, 5, 8)).startedOn()).isEqualTo("2026-05-08");
        assertThat(transfer(LocalDate.of(2026, 6, 10)).startedOn()).isEqualTo("2026-06-10");
        assertThat(worked("draft", Map.of("servedOn", MOVED)).startedOn()).isEqualTo(MOVED);
        assertThat(worked("draft", Map.of("servedOn", MOVED)).bound()).isEqualTo(Bound.NOT_BEFORE);
    }

    @Test
    void namesRuleVersionCalendarProvisionAndEvents() {
        Working working = transfer(LocalDate.of(2026, 5, 11));

        assertThat(working.rule()).isEqualTo("transfer");
        assertThat(working.version()).isEqualTo(1);
        assertThat(working.calendar()).isEqualTo(Clocks.ENGLAND.version());
        assertThat(working.provision()).isEqualTo("SEND Regulations 2014, reg. 15(2)");
        assertThat(working.duty()).startsWith("The old authority transfers");
        assertThat(working.events().keySet()).containsExactly("movedOn", "awareOn");
    }

    @Test
    void showsWhatRolledOn() {
        Rules rolling =
                Clocks.read(
                        new ClockSettings(
                                Clocks.SETTINGS.rules(), true, 2028, List.of(), List.of()));
        Working working =
                Clocks.worked(
                        rolling.work("no-plan", Map.of("requestedOn", LocalDate.of(2026, 1, 3))));

        assertThat(lines(working.limbs().getFirst()))
                .endsWith(
                        "2026-04-25 112 counts: every calendar day does",
                        "2026-04-26 null does not count: the end rolls on from Saturday",
                        "2026-04-27 null does not count: the end rolls on from Sunday");
    }
}
