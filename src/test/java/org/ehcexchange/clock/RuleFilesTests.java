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

/// Rules are data: a file changes the answer, and a bad file stops the start.
class RuleFilesTests {

    private static final LocalDate EVENT = LocalDate.of(2026, 5, 4);

    @TempDir Path folder;

    private Rules withFile(String from, String to) throws IOException {
        String shipped =
                Files.readString(Path.of("src/main/resources/rules/clock/advice-return.yaml"));
        assertThat(shipped).contains(from);
        Files.writeString(folder.resolve("rule.yaml"), shipped.replace(from, to));
        return Clocks.read(Clocks.settings(folder.toString()));
    }

    @Test
    void changesTheAnswerWithTheFile() throws IOException {
        AdviceClock clock = new AdviceClock(withFile("period: 6", "period: 8"));

        assertThat(clock.dueOn(EVENT)).isEqualTo(LocalDate.of(2026, 6, 29));
    }

    @ParameterizedTest
    @CsvSource({
        "15, days, inclusive, 2026-05-18, 15 days beginning with 2026-05-04",
        "15, days, exclusive, 2026-05-19, 15 days of 2026-05-04",
        "2, weeks, inclusive, 2026-05-17, 2 weeks beginning with 2026-05-04"
    })
    void countsAsTheFileSays(
            String period, String unit, String counting, LocalDate dueOn, String basis)
            throws IOException {
        Working due =
                new AdviceClock(
                                withFile(
                                        "period: 6\n    unit: weeks\n    counting: exclusive",
                                        "period: %s\n    unit: %s\n    counting: %s"
                                                .formatted(period, unit, counting)))
                        .due(EVENT);

        assertThat(due.dueOn()).isEqualTo(dueOn);
        assertThat(due.limbs().getFirst().words()).startsWith(basis);
    }

    @ParameterizedTest
    @CsvSource({
        "provision:, source:",
        "period: 6, period: -1",
        "period: 6, period: six",
        "unit: weeks, unit: moons",
        "counting: exclusive, counting:",
        "in-force-from: 2014-09-01, in-force-from: 1 September 2014"
    })
    void refusesABadFileByName(String from, String to) {
        assertThatThrownBy(() -> withFile(from, to))
                .isInstanceOf(RulesRefused.class)
                .hasMessageContaining("rule.yaml");
    }

    @Test
    void saysWhichSettingNamesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> Clocks.read(Clocks.settings(folder + "/none")))
                .hasMessageContaining("exchange.clock.rules");
    }

    @Test
    void refusesTwoVersionsOfOneNumberOrOneDay() {
        Rule first = Clocks.rule(1, "2014-09-01", 6);

        assertThatThrownBy(() -> Clocks.rules(first, Clocks.rule(1, "2027-01-01", 7)))
                .hasMessageContaining("same version number");
        assertThatThrownBy(() -> Clocks.rules(first, Clocks.rule(2, "2014-09-01", 7)))
                .hasMessageContaining("same first day");
    }
}
