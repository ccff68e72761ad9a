package org.ehcexchange.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/// The clock as Spring starts it.
class ClockStartTests {

    private static final FailureHandler THOSE_THAT_NEED_A_CONTEXT =
            FailureHandler.handleMessage((message, failure) -> {});

    @TempDir Path folder;

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner()
                    .withUserConfiguration(Settings.class, ClockConfiguration.class);

    @EnableConfigurationProperties(ClockSettings.class)
    static class Settings {}

    @Test
    void startsWithTheShippedRules() {
        runner.run(context -> assertThat(context.getBean(Rules.class).all()).hasSize(16));
    }

    @Test
    void countsByItsSettings() {
        runner.withPropertyValues(
                        "exchange.clock.roll-on=true", "exchange.clock.extra-holidays=2026-05-26")
                .run(
                        context -> {
                            Rules rules = context.getBean(Rules.class);
                            LocalDate day = LocalDate.of(2026, 1, 5);
                            assertThat(
                                            Clocks.worked(
                                                            rules.work(
                                                                    "final",
                                                                    Map.of("requestedOn", day)))
                                                    .dueOn())
                                    .isEqualTo("2026-05-27");
                        });
    }

    @Test
    void showsTheLinesOfRefusedRulesWithoutAStackTrace() throws IOException {
        Files.writeString(folder.resolve("wrong.yaml"), "id: decide\nversion: one\n");
        runner.withPropertyValues("exchange.clock.rules=" + folder)
                .run(
                        context -> {
                            Throwable failure = Objects.requireNonNull(context.getStartupFailure());
                            var analyses =
                                    SpringFactoriesLoader.forDefaultResourceLocation()
                                            .load(FailureAnalyzer.class, THOSE_THAT_NEED_A_CONTEXT)
                                            .stream()
                                            .map(analyzer -> analyzer.analyze(failure))
                                            .filter(Objects::nonNull)
                                            .toList();
                            assertThat(analyses)
                                    .anySatisfy(
                                            it ->
                                                    assertThat(it.getDescription())
                                                            .contains("wrong.yaml:2: 'one' will"));
                        });
    }
}
