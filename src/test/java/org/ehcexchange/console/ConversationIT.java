package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;

import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.Chromium;
import org.ehcexchange.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people read of one conversation of the demo's story.
class ConversationIT {

    private static final Pattern SCHOOLS =
            Pattern.compile(
                    "href=\"(/conversations/[0-9a-f-]{36})\"[^<]*>[^<]*</a>\\s*</th>\\s*"
                            + "<td[^>]*>Hilltop School</td>\\s*<td[^>]*>Educational</td>");
    private static final Pattern DOCUMENT = Pattern.compile("href=\"(/documents/[0-9a-f-]{36})\"");

    @TempDir static Path folder;

    private static RunningExchange exchange;
    private static String page;

    @BeforeAll
    static void start() {
        exchange =
                RunningExchange.start(
                        folder.resolve("data"),
                        Path.of("directory"),
                        Map.of(
                                "spring.profiles.active",
                                "demo",
                                "exchange.simulator.story",
                                true,
                                "exchange.simulator.southmere-port",
                                0,
                                "exchange.simulator.answer-after",
                                "200ms",
                                "exchange.simulator.folder",
                                folder.resolve("demo")));
        Visitor caseworker = signedIn("caseworker@northshire.example");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> caseworker.page("/conversations").contains("Advice given"));
        Matcher found = SCHOOLS.matcher(caseworker.page("/conversations"));
        assertThat(found.find()).isTrue();
        page = found.group(1);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> caseworker.page(page).contains("Advice return"));
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    private static Visitor signedIn(String name) {
        return new Visitor(exchange.url("")).signIn(name, "demo");
    }

    @Test
    void tellsWhatWasAskedAndAnsweredAndWhenItWasDue() {
        assertThat(signedIn("caseworker@northshire.example").page(page))
                .contains("Asks about", "Needs", "Provision", "SEND Regulations 2014, reg. 8(1)")
                .contains("How the day was counted", "counts: every calendar day does")
                .contains("Receipt", "Deliveries", "Attempt 1");
    }

    @Test
    void showsTheBytesOfOthersToThoseWhoLookForFaultsAlone() {
        assertThat(signedIn("caseworker@northshire.example").page(page))
                .contains("As it came (canonical)")
                .doesNotContain("As it came (cbds-xml)");
        assertThat(signedIn("engineer@northshire.example").page(page))
                .contains("As it came (cbds-xml)", "&lt;");
        assertThat(signedIn("senco@hilltop.example").page(page))
                .contains("As it came (cbds-xml)")
                .doesNotContain("As it came (canonical)");
    }

    @Test
    void givesDocumentsToSaveToWhoeverMayReadThem() {
        Visitor caseworker = signedIn("caseworker@northshire.example");
        Matcher document = DOCUMENT.matcher(caseworker.page(page));
        assertThat(document.find()).isTrue();

        HttpResponse<String> saved = caseworker.get(document.group(1));

        assertThat(saved.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; filename=\"document");
        assertThat(saved.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(saved.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(signedIn("officer@southmere-icb.example").get(document.group(1)).statusCode())
                .isEqualTo(404);
        assertThat(audited("downloaded", "caseworker@northshire.example")).isPositive();
    }

    @Test
    void putsOnRecordWhoReadItAndWhy() {
        long before = audited("viewed", "auditor@northshire.example");

        signedIn("auditor@northshire.example").page(page);

        assertThat(audited("viewed", "auditor@northshire.example")).isEqualTo(before + 1);
        assertThat(signedIn("caseworker@northshire.example").page(page)).doesNotContain("Viewed");
    }

    private static long audited(String act, String person) {
        return exchange.bean(JdbcClient.class)
                .sql(
                        "select count(*) from audit where act = :act and detail ->> 'person' ="
                                + " :person and (act = 'downloaded'"
                                + " or detail ->> 'purpose' = 'ehc-needs-assessment')")
                .param("act", act)
                .param("person", person)
                .query(Long.class)
                .single();
    }

    @Test
    void canBeUsedByEverybody() {
        try (Chromium chromium = Chromium.start(exchange.url(""))) {
            for (int width : new int[] {1100, 320}) {
                Page window = chromium.signedIn("Ines Porter", width, true);
                window.navigate(page);
                Chromium.assertUsable(window);
                window.locator("summary").all().forEach(each -> each.click());
                Chromium.assertUsable(window);
            }
        }
    }
}
