package org.ehcexchange.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;

/// Six weeks of the day the body received the request (SEND Regulations 2014, reg. 8(1)).
class AdviceClockTests {

    private final AdviceClock clock = new AdviceClock(Clocks.shipped());

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/clock/advice-return.csv", numLinesToSkip = 1)
    void isDueAndRemindedOnTheDaysWorkedByHand(
            String name,
            LocalDate receivedOn,
            LocalDate firstReminderOn,
            LocalDate secondReminderOn,
            LocalDate dueOn) {
        Working working = clock.due(receivedOn);

        assertThat(working.dueOn()).as(name).isEqualTo(dueOn);
        assertThat(working.reminders()).as(name).containsExactly(firstReminderOn, secondReminderOn);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/clock/states.csv", numLinesToSkip = 1)
    void standsWhereTheDaysPutIt(
            String name,
            LocalDate today,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate metOn,
            String state) {
        Term term = receivedOn == null ? null : clock.due(receivedOn).term();

        assertThat(new Course(term, metOn, null, null).on(today).code()).as(name).isEqualTo(state);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/clock/london-days.csv", numLinesToSkip = 1)
    void countsDaysOfLondon(String name, Instant moment, LocalDate day) {
        assertThat(LondonDay.of(moment)).as(name).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, 2026-06-30T23:00:00Z", "2026-12-31, 2027-01-01T00:00:00Z"})
    void endsADayWhenLondonDoes(LocalDate day, Instant end) {
        assertThat(LondonDay.end(day)).isEqualTo(end);
    }

    @Test
    void showsItsWorking() {
        Working working = clock.due(LocalDate.of(2026, 7, 15));

        assertThat(working.provision()).isEqualTo("SEND Regulations 2014, reg. 8(1)");
        assertThat(working.dueOn()).isEqualTo(LocalDate.of(2026, 8, 26));
        Limb limb = working.limbs().getFirst();
        assertThat(limb.words())
                .isEqualTo("6 weeks of 2026-07-15, the day the body received the request");
        assertThat(limb.governs()).isTrue();
        assertThat(limb.days()).hasSize(43);
        assertThat(limb.days().getFirst().number()).isNull();
        assertThat(limb.days().getLast())
                .isEqualTo(
                        new Day(LocalDate.of(2026, 8, 26), 42, "counts: every calendar day does"));
    }

    @Test
    void worksNothingOutBeforeTheRegulations() {
        assertThatThrownBy(() -> clock.due(LocalDate.of(2014, 8, 31)))
                .isInstanceOf(NoRuleInForce.class)
                .hasMessageContaining("advice-return")
                .hasMessageContaining("2014-08-31");
    }

    @Test
    void judgesAnEventByTheVersionOfItsDay() {
        AdviceClock changed =
                Clocks.clock(
                        Clocks.rule(1, "2014-09-01", 6),
                        Clocks.rule(3, "2028-01-01", 8),
                        Clocks.rule(2, "2027-01-01", 7));

        assertThat(changed.due(LocalDate.of(2026, 12, 31)).version()).isEqualTo(1);
        assertThat(changed.due(LocalDate.of(2027, 1, 1)).version()).isEqualTo(2);
        assertThat(changed.due(LocalDate.of(2027, 1, 1)).dueOn())
                .isEqualTo(LocalDate.of(2027, 2, 19));
        assertThat(changed.due(LocalDate.of(2028, 1, 1)).version()).isEqualTo(3);
    }

    @Test
    void doesNotStartWithoutItsRule() {
        assertThatThrownBy(Clocks::clock).hasMessageContaining("exchange.clock.rules");
    }
}
