package org.ehcexchange.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.OrganisationCode;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

import java.util.Objects;

/// The directory as Spring starts it.
class DirectoryStartTests {

    private static final FailureHandler THOSE_THAT_NEED_A_CONTEXT =
            FailureHandler.handleMessage((message, failure) -> {});

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner()
                    .withUserConfiguration(
                            Settings.class,
                            DirectoryFolder.class,
                            Organisations.class,
                            DirectoryWatch.class);

    @EnableConfigurationProperties(DirectorySettings.class)
    static class Settings {}

    @Test
    void startsWithTheDemoFromItsDefaultFolder() {
        runner.withPropertyValues("spring.profiles.active=demo", "exchange.directory.home=LA:998")
                .run(
                        context -> {
                            assertThat(context).hasSingleBean(Directory.class);
                            assertThat(context.getBean(Organisations.class).home().code())
                                    .isEqualTo(new OrganisationCode("LA:998"));
                            assertThat(context.getBean(DirectoryWatch.class).isRunning()).isTrue();
                        });
    }

    @Test
    void namesTheMissingHome() {
        runner.withPropertyValues("spring.profiles.active=demo")
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .rootCause()
                                        .hasMessageContaining("exchange.directory.home"));
    }

    @Test
    void showsTheLinesOfARefusedDirectoryWithoutAStackTrace() {
        runner.withPropertyValues("exchange.directory.home=LA:998")
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
                                    .singleElement()
                                    .satisfies(
                                            analysis ->
                                                    assertThat(analysis.getDescription())
                                                            .contains("northshire.yaml:6:"));
                        });
    }
}
