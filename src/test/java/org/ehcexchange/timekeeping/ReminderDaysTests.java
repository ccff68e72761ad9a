package org.ehcexchange.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.timekeeping.ClockHouse.RULE;
import static org.ehcexchange.timekeeping.ClockHouse.conversation;
import static org.ehcexchange.timekeeping.ClockHouse.day;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

/// Who is to be reminded on which day.
class ReminderDaysTests {

    private static final LocalDate RECEIVED = day("2026-07-15");
    private static final LocalDate FIRST = day("2026-08-12");
    private static final LocalDate SECOND = day("2026-08-19");

    private static final ClockHouse HOUSE = new ClockHouse();

    private final Subject.Conversation request = conversation();

    @Test
    void fallsDueOnItsDayAndOnce() {
        HOUSE.start(request, RECEIVED);

        assertThat(numbers(FIRST.minusDays(1))).isEmpty();
        assertThat(numbers(FIRST)).containsExactly(1);
        send(FIRST);
        assertThat(numbers(FIRST)).isEmpty();
        assertThat(numbers(SECOND)).containsExactly(2);
        send(SECOND);
        assertThat(numbers(SECOND.plusYears(1))).isEmpty();
    }

    @Test
    void isOnlyTheLatestAfterAPause() {
        HOUSE.start(request, RECEIVED);

        assertThat(numbers(SECOND.plusDays(30))).containsExactly(2);
        send(SECOND.plusDays(30));
        assertThat(numbers(SECOND.plusDays(30))).isEmpty();
    }

    @Test
    void isNotDueOfWhatWasMetOrTakenBack() {
        Subject.Conversation other = conversation();
        HOUSE.start(request, RECEIVED);
        HOUSE.start(other, RECEIVED);
        HOUSE.timekeeper.meet(request, RULE, FIRST.minusDays(1));
        HOUSE.timekeeper.stop(other, RULE, FIRST.minusDays(1));

        assertThat(numbers(SECOND)).isEmpty();
        assertThat(due(other, SECOND)).isEmpty();
    }

    private List<Integer> numbers(LocalDate today) {
        return due(request, today).stream().map(ReminderDays.Due::number).toList();
    }

    private void send(LocalDate today) {
        due(request, today).forEach(HOUSE.reminders::sent);
    }

    private static List<ReminderDays.Due> due(Subject.Conversation of, LocalDate today) {
        return HOUSE.reminders.due(RULE, today, 1000).stream()
                .filter(due -> due.conversation().equals(of.id()))
                .toList();
    }
}
