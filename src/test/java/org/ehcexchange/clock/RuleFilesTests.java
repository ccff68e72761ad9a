package org.ehcexchange.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rules are data: a file changes the answer, and a bad file stops the start with its line.
class RuleFilesTests {

    private static final Path SHIPPED = Path.of("src/main/resources/rules/clock");
    private static final LocalDate EVENT = LocalDate.of(2026, 5, 4);

    @TempDir Path folder;

    private Rules withFile(String rule, String from, String to) throws IOException {
        write("rule.yaml", rule, from, to);
        return Clocks.read(Clocks.settings(folder.toString()));
    }

    private void write(String name, String rule, String from, String to) throws IOException {
        String shipped = Files.readString(SHIPPED.resolve(rule + ".yaml"));
        assertThat(shipped).contains(from.translateEscapes());
        Files.writeString(
                folder.resolve(name),
                shipped.replaceFirst(
                        Pattern.quote(from.translateEscapes()),
                        Matcher.quoteReplacement(to.translateEscapes())));
    }

    private static Working worked(Rules rules, String rule, String event) {
        return Clocks.worked(rules.work(rule, Map.of(event, EVENT)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "advice-return | receivedOn | period: 6 | period: 8 | 2026-06-29",
                "advice-return | receivedOn | unit: weeks | unit: days | 2026-05-10",
                "advice-return | receivedOn | unit: weeks | unit: months | 2026-11-04",
                "advice-return | receivedOn | unit: weeks | unit: working-days | 2026-05-12",
                "advice-return | receivedOn | counting: exclusive | counting: inclusive |"
                        + " 2026-06-14",
                "advice-return | receivedOn | direction: after | direction: before | 2026-03-23",
                "ccg-cannot | awareOn | counting: exclusive | counting: inclusive | 2026-05-26",
                "draft | servedOn | period: 15 | period: 29 | 2026-06-01"
            })
    void changesTheAnswerWithTheFile(
            String rule, String event, String from, String to, LocalDate dueOn) throws IOException {
        assertThat(worked(withFile(rule, from, to), rule, event).dueOn()).isEqualTo(dueOn);
    }

    @Test
    void remindsOnTheDaysOfAnAuthoritysOwnFile() throws IOException {
        Rules rules =
                withFile(
                        "advice-return",
                        "  - { period: 2, unit: weeks }",
                        "  - { period: 3, unit: weeks }\n  - { period: 10, unit: days }");

        Working working = worked(rules, "advice-return", "receivedOn");

        assertThat(working.dueOn()).isEqualTo(LocalDate.of(2026, 6, 15));
        assertThat(working.reminders())
                .containsExactly(
                        LocalDate.of(2026, 5, 25),
                        LocalDate.of(2026, 6, 5),
                        LocalDate.of(2026, 6, 8));
    }

    @ParameterizedTest
    @CsvSource({
        "15, days, inclusive, 2026-05-18, 15 days beginning with 2026-05-04",
        "15, days, exclusive, 2026-05-19, 15 days of 2026-05-04",
        "1, weeks, inclusive, 2026-05-10, 1 week beginning with 2026-05-04",
        "0, days, exclusive, 2026-05-04, on 2026-05-04",
        "0, days, inclusive, 2026-05-04, on 2026-05-04",
        "0, working-days, inclusive, 2026-05-04, on 2026-05-04",
        "1, working-days, inclusive, 2026-05-05, 1 working day beginning with 2026-05-04",
        "1, working-days, exclusive, 2026-05-05, 1 working day of 2026-05-04",
        "1, months, inclusive, 2026-06-03, 1 month beginning with 2026-05-04",
        "1, months, exclusive, 2026-06-04, 1 month of 2026-05-04"
    })
    void countsAsTheFileSays(
            String period, String unit, String counting, LocalDate dueOn, String words)
            throws IOException {
        Working working =
                worked(
                        withFile(
                                "advice-return",
                                "period: 6\\n    unit: weeks\\n    counting: exclusive",
                                "period: %s\\n    unit: %s\\n    counting: %s"
                                        .formatted(period, unit, counting)),
                        "advice-return",
                        "receivedOn");

        assertThat(working.dueOn()).isEqualTo(dueOn);
        assertThat(working.limbs().getFirst().words()).startsWith(words + ", ");
    }

    @ParameterizedTest
    @CsvSource({
        "2, weeks, inclusive, 2026-04-21, 2 weeks ending with 2026-05-04",
        "2, months, exclusive, 2026-03-04, 2 months before 2026-05-04",
        "2, months, inclusive, 2026-03-05, 2 months ending with 2026-05-04",
        "3, working-days, exclusive, 2026-04-29, 3 working days before 2026-05-04",
        "3, working-days, inclusive, 2026-04-29, 3 working days ending with 2026-05-04"
    })
    void countsBackAsTheFileSays(
            String period, String unit, String counting, LocalDate dueOn, String words)
            throws IOException {
        Working working =
                worked(
                        withFile(
                                "review-papers",
                                "period: 2\\n    unit: weeks\\n    counting: exclusive",
                                "period: %s\\n    unit: %s\\n    counting: %s"
                                        .formatted(period, unit, counting)),
                        "review-papers",
                        "meetingOn");

        assertThat(working.dueOn()).isEqualTo(dueOn);
        assertThat(working.limbs().getFirst().words()).startsWith(words + ", ");
    }

    @Test
    void keepsRemindersAndTheDueSoonDayInTheTime() throws IOException {
        Working working =
                worked(
                        withFile(
                                "advice-return",
                                "{ period: 2, unit: weeks }",
                                "{ period: 7, unit: weeks }"),
                        "advice-return",
                        "receivedOn");
        Working soon =
                worked(
                        withFile(
                                "advice-return",
                                "due-soon: { period: 1,",
                                "due-soon: { period: 7,"),
                        "advice-return",
                        "receivedOn");

        assertThat(working.reminders()).containsExactly(EVENT.plusWeeks(5));
        assertThat(soon.dueSoonOn()).isEqualTo(EVENT);
    }

    @Test
    void readsExcusesFromTheFile() throws IOException {
        Rules rules = withFile("advice-return", "missed-appointment", "missed-visit");
        Excuse excuse = new Excuse("missed-visit", "ill", EVENT, EVENT, "clerk", null, null);

        assertThat(rules.judge(worked(rules, "advice-return", "receivedOn"), excuse))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "provision: SEND Regulations 2014, reg. 8(1)\\n"
                        + " | '' | 'provision' is missing or empty: give it",
                "owed-by: | owes: nobody\\nowed-by: | 'owes' is no key here: use [",
                "period: 6 | period: six | :16: 'six' will not do: write a whole number",
                "period: 6 | period: 6.5 | :16: '6.5' will not do",
                "period: 6 | period: -1 | a period is 0 or more, not -1",
                "unit: weeks | unit: moons | :17: 'moons' will not do: write days or weeks or"
                        + " months or working-days",
                "unit: weeks | unit: WEEKLY | 'WEEKLY' will not do",
                "counting: exclusive | counting: | 'counting' is missing or empty: give it",
                "in-force-from: 2014-09-01 | in-force-from: 1 September 2014 | :7: '1 September"
                        + " 2014' will not do: write a day such as 2014-09-01",
                "trigger: receivedOn | trigger: sentOn | trigger is sentOn: name one of the events",
                "event: receivedOn | event: sentOn | counted from sentOn: name one of the events",
                "bound: deadline | bound: deadline\\n"
                        + "bound: deadline | :14: it is not YAML of this shape: Duplicate field"
                        + " 'bound'",
                "id: advice-return | id: [advice | not YAML of this shape",
                "met-by: its advice | met-by: its: advice | :24: it is not YAML of this shape:"
                        + " mapping values are not allowed here",
                "at-least: { period: 4, unit: weeks } | at-least: { period: 20, unit: working-days"
                    + " } | an exception is measured in days, weeks or months, not working days",
                "begins-in-the-time: {} | ends-in-the-time: {} | it is not YAML of this shape"
            })
    void refusesABadFileWithItsLineAndWhatToDo(String from, String to, String words) {
        assertThatThrownBy(() -> withFile("advice-return", from, "''".equals(to) ? "" : to))
                .isInstanceOf(RulesRefused.class)
                .hasMessageContaining("  rule.yaml:")
                .hasMessageContaining(words)
                .hasMessageNotContaining("in 'reader'")
                .hasMessageContaining("name another folder in exchange.clock.rules");
    }

    @Test
    void refusesARuleWithNothingToCount() {
        assertThatThrownBy(
                        () -> {
                            String text = Files.readString(SHIPPED.resolve("decide.yaml"));
                            int from = text.indexOf("limbs:");
                            int to = text.indexOf("owed-by:");
                            Files.writeString(
                                    folder.resolve("rule.yaml"),
                                    text.substring(0, from) + "limbs: []\n" + text.substring(to));
                            Clocks.read(Clocks.settings(folder.toString()));
                        })
                .hasMessageContaining("limbs is empty: give at least one period");
    }

    @Test
    void tellsOfEveryBadFileAtOnce() throws IOException {
        write("a.yaml", "decide", "period: 6", "period: six");
        write("b.yaml", "final", "unit: weeks", "unit: moons");

        assertThatThrownBy(() -> Clocks.read(Clocks.settings(folder.toString())))
                .hasMessageContaining("a.yaml:")
                .hasMessageContaining("b.yaml:");
    }

    @Test
    void readsAnotherVersionBesideTheFirst() throws IOException {
        write("a.yaml", "decide", "period: 6", "period: 6");
        write(
                "b.yaml",
                "decide",
                "version: 1\\nin-force-from: 2014-09-01",
                "version: 2\\nin-force-from: 2026-05-04");

        Rules rules = Clocks.read(Clocks.settings(folder.toString()));

        assertThat(worked(rules, "decide", "requestedOn").version()).isEqualTo(2);
        assertThat(
                        Clocks.worked(
                                        rules.work(
                                                "decide",
                                                Map.of("requestedOn", EVENT.minusDays(1))))
                                .version())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: 1 | version: 2 | decide have the same first day in force",
                "in-force-from: 2014-09-01 | in-force-from: 2027-01-01 | decide have the same"
                        + " version number",
                "version: 1\\nin-force-from: 2014 | version: 2\\nin-force-from: 2015 | ''"
            })
    void refusesVersionsThatCannotStandBesideEachOther(String from, String to, String words)
            throws IOException {
        write("a.yaml", "decide", "period: 6", "period: 6");
        write("b.yaml", "decide", from, to);

        if (words.isEmpty()) {
            assertThat(Clocks.read(Clocks.settings(folder.toString())).all()).hasSize(2);
        } else {
            assertThatThrownBy(() -> Clocks.read(Clocks.settings(folder.toString())))
                    .isInstanceOf(RulesRefused.class)
                    .hasMessageContaining("two versions of " + words);
        }
    }

    @Test
    void refusesAVersionThatIsCountedFromOtherEvents() throws IOException {
        write("a.yaml", "ccg-other", "version: 1", "version: 1");
        write(
                "b.yaml",
                "ccg-move",
                "id: ccg-move\\nversion: 1\\nin-force-from: 2014-09-01",
                "id: ccg-other\\nversion: 2\\nin-force-from: 2027-01-01");

        assertThatThrownBy(() -> Clocks.read(Clocks.settings(folder.toString())))
                .hasMessageContaining("ccg-other have different events: name them alike");
    }

    @Test
    void refusesSuchVersionsFromCodeToo() {
        assertThatThrownBy(
                        () ->
                                Clocks.rules(
                                        Clocks.rule(1, "2014-09-01", 6),
                                        Clocks.rule(1, "2027-01-01", 7)))
                .hasMessageContaining("same version number");
    }

    @Test
    void saysWhichSettingNamesAFolderWithoutRules() {
        assertThatThrownBy(() -> Clocks.read(Clocks.settings(folder + "/none")))
                .isInstanceOf(RulesRefused.class)
                .hasMessageContaining("there are no files")
                .hasMessageContaining("exchange.clock.rules");
        assertThatThrownBy(() -> Clocks.read(Clocks.settings(folder.toString())))
                .isInstanceOf(RulesRefused.class)
                .hasMessageContaining("there are no files");
    }
}
