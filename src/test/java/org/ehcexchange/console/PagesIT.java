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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// The pages in a real browser over the demo's story: usable by everybody, wide and narrow.
class PagesIT {

    private static final int WIDE = 1100;
    private static final int NARROW = 320;

    @TempDir static Path folder;

    private static RunningExchange exchange;
    private static Chromium chromium;

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
        chromium = Chromium.start(exchange.url(""));
        Visitor caseworker =
                new Visitor(exchange.url("")).signIn("caseworker@northshire.example", "demo");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> caseworker.page("/conversations").contains("Advice given"));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        exchange.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Morgan Hale, /",
        "Morgan Hale, /conversations",
        "Morgan Hale, /accessibility",
        "Morgan Hale, /timeliness",
        "Morgan Hale, /no-such-page",
        "Joan Marsh, /",
        "Ines Porter, /",
        "Audrey Finch, /"
    })
    void canBeUsedByEverybody(String who, String path) {
        for (int width : new int[] {WIDE, NARROW}) {
            Page page = chromium.signedIn(who, width, true);
            page.navigate(path);
            Chromium.assertUsable(page);
            page.context().close();
        }
    }

    @Test
    void letsPeopleSignInWithoutScripts() {
        Page page = chromium.signedIn("Morgan Hale", WIDE, false);

        assertThat(page.title()).isEqualTo("Today – EHC Exchange");
    }

    @Test
    void letsPeopleSignInWithTheKeyboardAlone() {
        Page page = chromium.open(WIDE, true);
        page.navigate("/sign-in");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.textContent"))
                .isEqualTo("Skip to main content");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().type("caseworker@northshire.example");
        page.keyboard().press("Tab");
        page.keyboard().type("demo");
        page.keyboard().press("Enter");
        page.waitForURL("**/");

        assertThat(page.title()).isEqualTo("Today – EHC Exchange");
    }

    @Test
    void showTheSignInPageToWhoeverIsNotSignedIn() {
        Page page = chromium.open(NARROW, true);
        page.navigate("/");

        assertThat(page.title()).isEqualTo("Sign in – EHC Exchange");
        Chromium.assertUsable(page);
    }
}
