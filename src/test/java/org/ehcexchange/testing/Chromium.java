package org.ehcexchange.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A real browser for tests of pages: Debian's Chromium, where the machine has it.
public final class Chromium implements AutoCloseable {

    private static final Path PROGRAM =
            Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

    /// How long a page may take on a machine that has much else to do.
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /// What sticks out to the right, where the page can be moved sideways.
    private static final String TOO_WIDE =
            """
            document.documentElement.scrollWidth <= window.innerWidth ? []
              : [...document.body.querySelectorAll('*')]
                  .filter(each => each.getBoundingClientRect().right > window.innerWidth)
                  .map(each => each.tagName + '.' + each.className).slice(0, 10)
            """;

    private final Playwright playwright;
    private final Browser browser;
    private final String base;

    private Chromium(Playwright playwright, Browser browser, String base) {
        this.playwright = playwright;
        this.browser = browser;
        this.base = base;
    }

    /// Skips the test, visibly, where there is no Chromium.
    public static Chromium start(String base) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        assumeTrue(Files.isExecutable(PROGRAM), "this machine has no Chromium at " + PROGRAM);
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(PROGRAM)
                                        .setArgs(List.of("--no-sandbox")));
        return new Chromium(playwright, browser, base);
    }

    /// A window of somebody who is not signed in.
    public Page open(int width, boolean scripts) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(base)
                                .setViewportSize(width, 900)
                                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(PATIENCE.toMillis());
        return context.newPage();
    }

    /// A window of somebody of the demo.
    public Page signedIn(String name, int width, boolean scripts) {
        Page page = open(width, scripts);
        page.navigate("/sign-in");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /// The page says all of this, as soon as it is there whole. A page read at once after a button
    /// was pressed may be the one before, or half of the one that comes.
    public static void assertSays(Page page, String... words) {
        for (String each : words) {
            PlaywrightAssertions.assertThat(page.locator("body")).containsText(each);
        }
    }

    /// Nothing that axe-core finds, and nothing wider than the window.
    public static void assertUsable(Page page) {
        page.waitForLoadState();
        // No page has frames, and looking for none is faster.
        var found = new AxeBuilder(page).setLegacyMode(true).analyze();
        assertThat(found.getViolations().stream().map(Chromium::words)).as(page.url()).isEmpty();
        assertThat((List<?>) page.evaluate(TOO_WIDE))
                .as("fits %s: %s", page.viewportSize().width, page.url())
                .isEmpty();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().getFirst().getHtml();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
