package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;

import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.running.Office;
import org.ehcexchange.testing.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/// A piece of a working day of each role, in a real browser.
class JourneysIT {

    private static final OrganisationCode CLINIC = new OrganisationCode("ODS:RN7");
    private static final String OFFICER = "officer@riverside.example";

    private static final String CLINIC_FILE =
            """
            code: ODS:RN7
            name: Riverside Community Health
            roles: [health-provider]
            channel: {type: worktray}
            people:
              - {sign-in: officer@riverside.example, name: Hugo Lindqvist, duties: [health-officer], password: demo}
            """;

    @TempDir static Path folder;

    private static Office office;
    private static Map<String, String> ids;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        office = Office.open(folder, Map.of("riverside", CLINIC_FILE));
        chromium = Chromium.start(office.exchange().url(""));
        ids = Everything.in(office);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        office.close();
    }

    @Test
    void aCaseworkerReleasesWhatIsHeldAndReadsAnAnswer() {
        Page page = chromium.signedIn("Morgan Hale", 1100, true);
        page.locator("a[href='/held/" + ids.get("held") + "']").click();
        Chromium.assertSays(page, "Plover", "Sandpiper", "Differs");
        page.getByLabel("Release it").check();
        page.getByLabel("Why").fill("The family took another name");
        press(page, "Decide");
        Chromium.assertSays(page, "It goes on.");
        follow(page, "Conversations");
        page.locator("a[href='/conversations/" + ids.get("conversation") + "']").click();

        Chromium.assertSays(page, "Needs a quiet place", "Views", "Receipt");
        press(page, "Sign out");
        PlaywrightAssertions.assertThat(page).hasTitle(Pattern.compile("^You have signed out"));
    }

    @Test
    void aHealthOfficerAnswersARequestWithoutScripts() {
        String id = Everything.asked(office, CLINIC, AdviceType.MEDICAL, OFFICER);
        Page page = chromium.signedIn("Hugo Lindqvist", 320, false);
        Chromium.assertSays(page, "New request");
        page.locator("a[href='/worktray/" + id + "']").first().click();
        press(page, "Acknowledge");
        follow(page, "Hand it out to a colleague or a provider");
        page.locator("#provider").fill("The sleep clinic");
        page.locator("form").last().locator("button[type=submit]").last().click();
        Chromium.assertSays(page, "Handed out.", "The sleep clinic");
        follow(page, "Give advice");
        page.locator("#needs-0").fill("Wakes at three");
        press(page, "Save and continue");
        press(page, "Continue");
        press(page, "Send the answer");

        Chromium.assertSays(page, "Your answer is sent.");
        assertArrived(id, "Wakes at three");
    }

    private static void assertArrived(String conversation, String words) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(
                                                office.visitor(Office.CASEWORKER)
                                                        .page("/conversations/" + conversation))
                                        .contains(words));
    }

    @Test
    void anEngineerPausesAPartnerAndReplaysWhatItRefused() {
        Page page = chromium.signedIn("Ines Porter", 1100, true);
        page.locator("a[href='/deliveries/" + ids.get("delivery") + "']").click();
        Chromium.assertSays(page, "HTTP 422");
        page.locator("dd a[href='/partners/ODS:RN1']").click();
        page.getByLabel("Why").fill("They mend their side");
        press(page, "Pause its deliveries");
        page.getByLabel("Why").fill("They have mended it");
        office.trust().answers(body -> 200);
        press(page, "Resume its deliveries");
        page.navigate("/deliveries/" + ids.get("delivery"));
        press(page, "Replay it");
        Chromium.assertSays(page, "Nothing has been sent yet");
        page.getByLabel("Why").fill("They have mended it");
        press(page, "Send again");
        Chromium.assertSays(page, "1 is on its way again.");
        follow(page, "Try a mapping");
        page.locator("a[href='/mappings/ssd-json/advice-request/to']").click();
        press(page, "Try it");

        Chromium.assertSays(page, "Same after the round trip");
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                office.visitor(Office.ENGINEER)
                                        .page("/deliveries/" + ids.get("delivery"))
                                        .contains("Delivered"));
    }

    @Test
    void anAuditorSeesWhoLookedAndTakesTheEntries() throws IOException {
        office.visitor(Office.CASEWORKER).page("/conversations/" + ids.get("conversation"));
        Page page = chromium.signedIn("Audrey Finch", 1100, true);
        follow(page, "Audit");
        page.getByLabel("Person").fill(Office.CASEWORKER);
        page.getByLabel("Conversation id").fill(ids.get("conversation"));
        press(page, "Show");
        PlaywrightAssertions.assertThat(page.locator("tbody").getByText("Viewed").first())
                .isVisible();
        PlaywrightAssertions.assertThat(page.locator("tbody")).containsText(Office.CASEWORKER);

        Download download = page.waitForDownload(() -> press(page, "Take as CSV"));

        assertThat(Files.readString(download.path())).contains("viewed", Office.CASEWORKER);
        assertThat(download.suggestedFilename()).isEqualTo("audit.csv");
    }

    /// From the skip link to an answer, without a mouse.
    @Test
    void anAdviserAnswersARequestWithTheKeyboardAlone() {
        String id =
                Everything.asked(
                        office,
                        new OrganisationCode("URN:900002"),
                        AdviceType.EDUCATIONAL,
                        Everything.SENCO);
        Page page = chromium.open(1100, true);
        page.navigate("/sign-in");
        enterAt(page, "Skip to main content");
        tab(page);
        page.keyboard().type(Everything.SENCO);
        tab(page);
        page.keyboard().type("demo");
        page.keyboard().press("Enter");
        page.waitForURL("**/");
        enterAt(page, "/worktray/" + id);
        enterAt(page, "Give advice");
        tabTo(page, "needs-0");
        page.keyboard().type("Reads best in the morning");
        enterAt(page, "Save and continue");
        enterAt(page, "Continue");
        enterAt(page, "Send the answer");

        Chromium.assertSays(page, "Your answer is sent.");
        assertArrived(id, "Reads best in the morning");
    }

    /// Goes there with Tab and presses Enter.
    ///
    /// @param what its words, its id or the end of where it leads
    private static void enterAt(Page page, String what) {
        tabTo(page, what);
        String before = page.url();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> !page.url().equals(before));
        page.waitForLoadState();
    }

    private static void tabTo(Page page, String what) {
        for (int i = 0; i < 80; i++) {
            tab(page);
            Object focused =
                    page.evaluate(
                            "what => { const at = document.activeElement;"
                                    + " return at.id === what || at.textContent.trim() === what"
                                    + " || (at.getAttribute('href') || '').endsWith(what) }",
                            what);
            if (Boolean.TRUE.equals(focused)) {
                return;
            }
        }
        throw new AssertionError("no way with Tab to " + what + " on " + page.url());
    }

    private static void tab(Page page) {
        page.keyboard().press("Tab");
    }

    private static void follow(Page page, String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
