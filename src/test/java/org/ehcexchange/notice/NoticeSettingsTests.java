package org.ehcexchange.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.time.Duration;
import java.time.InstantSource;

/// Notices are off, or wholly configured.
class NoticeSettingsTests {

    private static final String[] WHOLE = {
        "exchange.notices.from=EHC Exchange <no-reply@council.example>",
        "exchange.notices.pages=https://ehc.council.example/",
        "spring.mail.host=mail.council.example"
    };

    private final ApplicationContextRunner start =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                    .withBean(InstantSource.class, InstantSource::system)
                    .withUserConfiguration(House.class);

    @Configuration
    @EnableConfigurationProperties(NoticeSettings.class)
    @Import({MailServer.class, Envelopes.class})
    static class House {}

    @Test
    void areOffUnlessAskedFor() {
        start.run(house -> assertThat(house).hasNotFailed().doesNotHaveBean(Envelopes.class));
    }

    @Test
    void areOnWhenWhole() {
        start.withPropertyValues(WHOLE)
                .run(
                        house -> {
                            assertThat(house).hasSingleBean(Envelopes.class);
                            assertThat(house.getBean(NoticeSettings.class).link("/worktray/1"))
                                    .isEqualTo("https://ehc.council.example/worktray/1");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    exchange.notices.from=a@b.example | exchange.notices.pages is not
                    exchange.notices.pages=https://b.example | exchange.notices.from is not
                    spring.mail.host=mail.b.example | exchange.notices.from is not
                    exchange.notices.look=0s | exchange.notices.look must be positive
                    exchange.notices.longest-retry=1s | exchange.notices.first-retry is longer
                    """)
    void refuseHalfAConfiguration(String setting, String words) {
        start.withPropertyValues(setting)
                .run(house -> assertThat(house).getFailure().hasStackTraceContaining(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    spring.mail.host | false | spring.mail.host is not
                    exchange.notices.from | nobody | is not an email address
                    exchange.notices.pages | ehc.council.example | is not the address of the pages
                    exchange.notices.pages | https://a.example/?x=1 | is not the address of the pages
                    """)
    void refuseWhatCannotBeUsed(String key, String value, String words) {
        start.withPropertyValues(WHOLE)
                .withPropertyValues(key + "=" + value)
                .run(house -> assertThat(house).getFailure().hasStackTraceContaining(words));
    }

    @Test
    void sayWhatIsMissingInASentence() {
        HalfConfigured half = new HalfConfigured("One is given.", "Give the other.");

        FailureAnalysis shown = new HalfConfiguredAnalyzer().analyze(new Error(half));

        assertThat(shown.getDescription()).isEqualTo("One is given.");
        assertThat(shown.getAction()).isEqualTo("Give the other.");
    }

    @Test
    void waitLongerAfterEachFailureUpToALimit() {
        start.run(
                house -> {
                    NoticeSettings settings = house.getBean(NoticeSettings.class);
                    assertThat(settings.waitAfter(1)).isEqualTo(Duration.ofMinutes(1));
                    assertThat(settings.waitAfter(3)).isEqualTo(Duration.ofMinutes(4));
                    assertThat(settings.waitAfter(99)).isEqualTo(Duration.ofMinutes(30));
                });
    }
}
