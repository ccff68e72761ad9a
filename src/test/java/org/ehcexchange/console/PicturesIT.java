package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotCaret;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.running.Transfers;
import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Chromium;
import org.ehcexchange.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The pictures of the README, taken of the demo's story: into `target/images`, or with
/// `-Dscreenshots.apply=true` into `docs/images`.
class PicturesIT {

    private static final int WIDE = 1100;
    private static final int HIGH = 760;
    private static final Path SHOWN = Path.of("docs/images");

    private static final Path MADE =
            Boolean.getBoolean("screenshots.apply") ? SHOWN : Path.of("target/images");

    @TempDir static Path folder;

    private static RunningExchange exchange;
    private static Chromium chromium;
    private static Calls calls;

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
        calls = new Calls(exchange.url(""), "demo");
        Visitor caseworker = visitor("caseworker@northshire.example");
        await().atMost(Duration.ofSeconds(120))
                .until(() -> caseworker.page("/").contains("Plan to accept"));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        exchange.close();
    }

    private static Visitor visitor(String name) {
        return new Visitor(exchange.url("")).signIn(name, "demo");
    }

    /// By the exchange's own clock, which the story has moved.
    private static LocalDate today() {
        return LondonDay.of(now());
    }

    private static Instant now() {
        return exchange.bean(InstantSource.class).instant();
    }

    /// A plan moves once more, and nobody has approved yet what the new commissioner is told.
    private static void move() {
        ObjectNode plan =
                Transfers.json(
                        new OrganisationCode("LA:998"), new OrganisationCode("LA:999"), List.of());
        plan.put("movedOn", today().toString()).put("awareOn", today().toString());
        ((ObjectNode) plan.path("plan")).put("reference", "EHCP-2027-0042");
        plan.put("sentAt", now().truncatedTo(ChronoUnit.SECONDS).toString());
        Calls.Answer answer = calls.post("LA:998", "/api/v1/messages", plan.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }

    @Test
    void showTheMainPages() throws IOException {
        Files.createDirectories(MADE);
        Page nobody = chromium.open(WIDE, true);
        nobody.navigate("/sign-in");
        take(nobody, "sign-in");
        caseworkers();
        advisers();
        engineers();
        Page auditor = signedIn("Audrey Finch");
        auditor.navigate("/audit");
        scroll(auditor, "table");
        take(auditor, "audit");
        officers();

        assertThat(taken(MADE)).containsAll(named());
    }

    private static void caseworkers() {
        Page page = signedIn("Morgan Hale");
        take(page, "today");
        page.navigate("/conversations");
        take(page, "conversations");
        page.locator("tr", new Page.LocatorOptions().setHasText("Hilltop School"))
                .filter(new Locator.FilterOptions().setHasText("Advice given"))
                .locator("a")
                .first()
                .click();
        take(page, "conversation");
        page.navigate("/timeliness");
        take(page, "timeliness");
        first(page, "/plans");
        take(page, "plan");
        first(page, "/held");
        take(page, "held");
        page.navigate("/search");
        page.getByLabel("State").selectOption("provided");
        press(page, "Search");
        scroll(page, "table");
        take(page, "search");
    }

    /// At once, because the story's own officer approves it, too.
    private static void officers() {
        Page page = signedIn("Priya Nair");
        Locator waiting =
                page.locator("tr", new Page.LocatorOptions().setHasText("Notification to approve"))
                        .locator("a");
        move();
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            page.navigate("/");
                            return waiting.count() > 0;
                        });
        waiting.first().click();
        take(page, "notification");
    }

    private static void advisers() {
        Page page = signedIn("Tess Okoro");
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            page.navigate("/worktray");
                            return page.locator("tbody a").count() > 0;
                        });
        take(page, "worktray");
        page.locator("tbody a").first().click();
        page.getByText("Give advice").click();
        page.locator("#needs-0").fill("Tires quickly after lunch; noise is hard to bear.");
        take(page, "answer");
    }

    private static void engineers() {
        Page page = signedIn("Ines Porter");
        page.navigate("/deliveries");
        take(page, "deliveries");
        page.navigate("/partners/ODS:RN1");
        press(page, "Run the self-test");
        scroll(page, "#self-test");
        take(page, "self-test");
        page.navigate("/mappings/ssd-json/advice-request/to");
        String example = page.locator("#message").inputValue();
        page.locator("#message").fill(example.replace("\"9990000018\"", "\"9990000019\""));
        press(page, "Try it");
        scroll(page, ".exchange-code__wrong");
        scroll(page, "#came");
        take(page, "try-a-mapping");
    }

    private static Page signedIn(String name) {
        return chromium.signedIn(name, WIDE, true);
    }

    /// The first thing of a list.
    private static void first(Page page, String list) {
        page.navigate(list);
        page.locator("tbody a").first().click();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void scroll(Page page, String to) {
        page.locator(to).first().evaluate("at => at.scrollIntoView()");
    }

    private static void take(Page page, String name) {
        page.mouse().move(0, 0);
        page.setViewportSize(WIDE, HIGH);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(MADE.resolve(name + ".png"))
                        .setCaret(ScreenshotCaret.HIDE));
    }

    private static List<String> taken(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /// Those that the README shows.
    private static List<String> named() throws IOException {
        return Pattern.compile("!\\[[^\\]]{10,}]\\(docs/images/([a-z-]+\\.png)\\)")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
