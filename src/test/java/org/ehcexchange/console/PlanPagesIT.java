package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.running.Office;
import org.ehcexchange.running.Transfers;
import org.ehcexchange.testing.Chromium;
import org.ehcexchange.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/// Accepting a plan that moved, asking about it, and telling the new commissioner.
class PlanPagesIT {

    private static final OrganisationCode NORTHSHIRE = new OrganisationCode("LA:998");
    private static final OrganisationCode SOUTHMERE = new OrganisationCode("LA:999");
    private static final String OFFICER = "officer@northshire-icb.example";

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

    private static PlanTransfer moved() {
        PlanTransfer plan = Transfers.from(NORTHSHIRE, SOUTHMERE);
        byte[] body =
                office.exchange().bean(Rows.class).canonical(plan).getBytes(StandardCharsets.UTF_8);
        assertThat(
                        office.exchange()
                                .bean(Acceptance.class)
                                .accept(
                                        new Arrival(
                                                        NORTHSHIRE,
                                                        "canonical",
                                                        "application/json",
                                                        body,
                                                        office.exchange()
                                                                .bean(InstantSource.class)
                                                                .instant())
                                                .read(plan)))
                .isInstanceOf(Outcome.Accepted.class);
        return plan;
    }

    /// Once the new authority's side has received it.
    private static String received() {
        PlanTransfer plan = moved();
        String page = "/plans/" + plan.envelope().conversationId();
        Visitor southmere = office.stranger();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> southmere.page(page).contains("Send your answer"));
        return page;
    }

    @Test
    void showsBothAuthoritiesThePlanAndOnlyTheNewOneAnAnswerToGive() {
        String page = received();

        assertThat(office.stranger().page(page)).contains("Section A", "Send your answer");
        assertThat(office.visitor(Office.CASEWORKER).page(page))
                .contains("Section A")
                .doesNotContain("Send your answer");
        assertThat(office.stranger().page("/")).contains("Plan to accept", page);
    }

    @Test
    void acceptsInTheBrowserWithoutScripts() {
        String path = received();
        try (Chromium chromium = Chromium.start(office.exchange().url(""))) {
            Page page = chromium.signedIn("Alex Brook", 320, false);
            page.navigate(path);
            page.getByLabel("Accept it").check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send your answer"))
                    .click();

            assertThat(page.content()).contains("The plan is yours now", "Accepted");
            assertThat(office.visitor(Office.CASEWORKER).page(path)).contains("Accepted");
        }
    }

    @Test
    void asksWithAQuestionAndNotWithout() {
        String page = received();
        Visitor southmere = office.stranger();

        assertThat(southmere.submit(page, page, Map.of("decision", "query")).body())
                .contains("Write your question");
        assertThat(southmere.submit(page, page, Map.of()).body()).contains("Choose whether");
        southmere.submit(
                page, page, Map.of("decision", "query", "question", "Who gives the therapy?"));

        assertThat(southmere.page(page)).contains("Queried").doesNotContain("Send your answer");
    }

    @Test
    void takesNoAnswerFromTheOldAuthorityNorASecondOne() {
        String page = received();
        Visitor northshire = office.visitor(Office.CASEWORKER);
        String token = "/";

        assertThat(northshire.submit(token, page, Map.of("decision", "accept")).body())
                .contains("does not wait for your answer");
        office.stranger().submit(page, page, Map.of("decision", "accept"));
        assertThat(office.stranger().submit(token, page, Map.of("decision", "accept")).body())
                .contains("does not wait for your answer");
    }

    @Test
    void givesTheEvidenceToWhoTookPart() {
        String page = received();

        assertThat(office.visitor(Office.CASEWORKER).get(page + "/evidence").statusCode())
                .isEqualTo(200);
        assertThat(office.visitor("auditor@trust.example").get(page).statusCode()).isEqualTo(404);
        assertThat(office.stranger().get("/plans/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(office.visitor(Office.ENGINEER).get("/plans").statusCode()).isEqualTo(404);
    }

    @Test
    void letsTheHealthOfficerApproveWhatTheNewCommissionerIsTold() {
        moved();
        Visitor officer = office.visitor(OFFICER);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> officer.page("/").contains("Notification to approve"));
        String list = officer.page("/notifications");
        String page = list.replaceAll("(?s).*?(/notifications/[0-9a-f-]{36}).*", "$1");

        assertThat(officer.page(page))
                .contains("Section C", "Section G")
                .doesNotContain("Section B");
        officer.submit(page, page, Map.of("post", "Designated Health Officer"));

        assertThat(officer.page(page)).contains("Sent").doesNotContain("Approve and send");
        assertThat(officer.submit("/", page, Map.of()).body()).contains("There is a problem");
        assertThat(office.visitor("officer@southmere-icb.example").get(page).statusCode())
                .isEqualTo(404);
    }

    @Test
    void canBeUsedByEverybody() {
        String plan = received();
        try (Chromium chromium = Chromium.start(office.exchange().url(""))) {
            for (int width : new int[] {1100, 320}) {
                Page caseworker = chromium.signedIn("Alex Brook", width, true);
                for (String path : new String[] {"/", "/plans", plan}) {
                    caseworker.navigate(path);
                    Chromium.assertUsable(caseworker);
                }
                Page officer = chromium.signedIn("Priya Nair", width, true);
                officer.navigate("/notifications");
                Chromium.assertUsable(officer);
                officer.locator("tbody a").first().click();
                Chromium.assertUsable(officer);
            }
        }
    }
}
