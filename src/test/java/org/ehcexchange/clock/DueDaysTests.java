package org.ehcexchange.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Every rule, on days worked apart from the program.
class DueDaysTests {

    private final Rules rules = Clocks.shipped();

    @ParameterizedTest(name = "{1}: {0}")
    @CsvFileSource(resources = "/clock/cases.csv", numLinesToSkip = 1)
    void isDueOnTheDayWorkedByHand(ArgumentsAccessor line) {
        Working working = Clocks.worked(rules.work(line.getString(1), days(line.getString(2))));

        assertThat(working.dueOn()).as("due").isEqualTo(line.getString(3));
        assertThat(working.dueSoonOn()).as("due soon").isEqualTo(line.getString(4));
        assertThat(working.reminders()).as("reminders").isEqualTo(list(line.getString(5)));
        assertThat(working.limbs()).filteredOn(Limb::governs).hasSize(1);
        assertThat(working.limbs())
                .allSatisfy(
                        limb -> {
                            assertThat(limb.days().getLast().date()).isEqualTo(limb.on());
                            assertThat(limb.on()).isBeforeOrEqualTo(working.dueOn());
                        });
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvFileSource(resources = "/clock/roll-on.csv", numLinesToSkip = 1)
    void rollsOnOnlyWhereTheOperatorSaysSo(
            String name, String rule, String events, String strict, String rolledOn) {
        Rules rolling =
                Clocks.read(
                        new ClockSettings(
                                Clocks.SETTINGS.rules(), true, 2028, List.of(), List.of()));
        Working working = Clocks.worked(rolling.work(rule, days(events)));

        assertThat(Clocks.worked(rules.work(rule, days(events))).dueOn()).isEqualTo(strict);
        assertThat(working.dueOn()).isEqualTo(rolledOn);
        assertThat(working.calendar()).endsWith("-roll-on");
    }

    @Test
    void knowsEveryTimeLimitAndHasACaseForEach() {
        Set<String> ids = rules.all().stream().map(Rule::id).collect(Collectors.toSet());

        assertThat(ids)
                .containsExactlyInAnyOrder(
                        "decide",
                        "advice-return",
                        "no-plan",
                        "draft",
                        "final",
                        "transfer",
                        "tell-family",
                        "review-by",
                        "ccg-move",
                        "ccg-other",
                        "ccg-cannot",
                        "review-papers",
                        "review-report",
                        "review-decision",
                        "amend-views",
                        "amend-final");
    }

    private static Map<String, LocalDate> days(String events) {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        for (String event : events.split(" ")) {
            String[] nameAndDay = event.split("=", 2);
            days.put(nameAndDay[0], LocalDate.parse(nameAndDay[1]));
        }
        return days;
    }

    private static List<LocalDate> list(@Nullable String days) {
        return days == null
                ? List.of()
                : Arrays.stream(days.split(" ")).map(LocalDate::parse).toList();
    }
}
