package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ehcexchange.running.Messages.TRUST;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.delivery.DeadLetters;
import org.ehcexchange.delivery.DeadLetters.Letter;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.Office;
import org.ehcexchange.running.Transfers;
import org.ehcexchange.testing.Chromium;
import org.ehcexchange.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// What is under way to partners, and what a person does about it.
class DeliveryPagesIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir static Path folder;

    private static Office office;

    @BeforeAll
    static void start() throws IOException {
        office = Office.open(folder);
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    @Test
    void showsWhyADeliveryNeedsAPersonAndEveryAttempt() {
        Letter letter = dead();

        String page = office.visitor(Office.ENGINEER).page("/deliveries/" + letter.id());

        assertThat(page).contains("HTTP 422", "Failed", letter.messageId().toString());
        assertThat(office.visitor(Office.ENGINEER).page("/deliveries"))
                .contains("Northshire Children&#39;s NHS Trust", letter.id().toString());
    }

    @Test
    void givesUpADeliveryForAReasonAndKeepsWhoDid() {
        Letter letter = dead();
        Visitor visitor = office.visitor(Office.ENGINEER);
        String path = "/deliveries/" + letter.id();

        assertThat(visitor.submit(path, path + "/discard", Map.of("reason", "")).body())
                .contains("Say why");
        visitor.submit(path, path + "/discard", Map.of("reason", "It was sent by post"));

        assertThat(visitor.page(path)).contains("It is given up", "Discarded");
        assertThat(office.audited("discarded", Office.ENGINEER)).isOne();
    }

    @Test
    void pausesAndResumesAPartnerForAReason() {
        Visitor visitor = office.visitor(Office.ENGINEER);
        String path = "/partners/SVC:northshire-csc";

        visitor.submit(path, path + "/pause", Map.of("reason", "They are moving house"));
        assertThat(visitor.page(path)).contains("Paused", "They are moving house");
        visitor.submit(path, path + "/resume", Map.of("reason", "They have moved"));

        assertThat(visitor.page(path)).contains("Its deliveries go again", "Pause its deliveries");
        assertThat(office.audited("paused", Office.ENGINEER)).isOne();
        assertThat(office.audited("resumed", Office.ENGINEER)).isOne();
    }

    @Test
    void namesAPartnerThatLetsThingsLie() {
        Visitor engineer = office.visitor(Office.ENGINEER);
        PlanTransfer plan = Transfers.from(Messages.COUNCIL, new OrganisationCode("LA:999"));
        Instant now = office.exchange().bean(InstantSource.class).instant();
        office.exchange()
                .bean(Acceptance.class)
                .accept(Messages.arrival(office.exchange().bean(Rows.class), plan, now));
        assertThat(engineer.page("/")).doesNotContain("Partner silent");

        office.exchange()
                .bean(JdbcClient.class)
                .sql(
                        "update message set accepted_at = accepted_at - interval '4 days' where"
                                + " recipient = 'LA:999'")
                .update();

        assertThat(engineer.page("/"))
                .contains("Partner silent", "1 waits", "Southmere Council", "/partners/LA:999");
    }

    @Test
    void showsABodyAsTheDirectoryHasItWithoutItsSecrets() {
        assertThat(office.visitor(Office.ENGINEER).page("/partners/ODS:RN1"))
                .contains("Health provider", "with a fixed token", "Mary Dunn")
                .doesNotContain("a-token-for-tests");
    }

    @Test
    void replaysInABrowserWithoutScriptsAfterShowingWhatWillBeSent() {
        Letter letter = dead();
        try (Chromium chromium = Chromium.start(office.exchange().url(""))) {
            Page page = chromium.signedIn("Ines Porter", 1100, false);
            page.navigate("/deliveries");
            page.locator("#choose-" + letter.id()).check();
            button(page, "See what a replay would send");
            Chromium.assertSays(page, "Nothing has been sent yet", "same message id");
            office.trust().answers(body -> 200);
            page.getByLabel("Why").fill("The trust mended its side");
            button(page, "Send again");

            Chromium.assertSays(page, "1 is on its way again.");
        }
        await().atMost(SOON).until(() -> now(letter).equals("delivered"));
        assertThat(office.audited("replayed", Office.ENGINEER)).isOne();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
    }

    /// A request that the trust refuses.
    private static Letter dead() {
        office.trust().answers(body -> 422);
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        office.accept(request);
        return await().atMost(SOON).until(() -> letter(request), each -> each != null);
    }

    private static Letter letter(AdviceRequest request) {
        return office
                .exchange()
                .bean(DeadLetters.class)
                .page(new DeadLetters.Query("dead", TRUST, null, 100))
                .deliveries()
                .stream()
                .filter(each -> each.messageId().equals(request.envelope().messageId()))
                .findFirst()
                .orElse(null);
    }

    private static String now(Letter letter) {
        return office.exchange()
                .bean(DeadLetters.class)
                .preview(letter.id())
                .orElseThrow()
                .delivery()
                .state();
    }
}
