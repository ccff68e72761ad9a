package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Chromium;
import org.ehcexchange.testing.Heap;
import org.ehcexchange.testing.LargePdf;
import org.ehcexchange.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/// A school without a system answers what it is asked, with a browser and nothing else.
class WorktrayIT {

    private static final int WIDE = 1100;
    private static final int NARROW = 320;
    private static final String TESS = "Tess Okoro";
    private static final String SENCO = "senco@brookside.example";
    private static final String CASEWORKER = "caseworker@northshire.example";
    private static final long THIRTY_MEGABYTES = 30L * 1024 * 1024;

    @TempDir static Path folder;

    private static RunningExchange exchange;
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
                                false,
                                "exchange.simulator.folder",
                                folder.resolve("demo")));
        calls = new Calls(exchange.url(""), "demo");
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    /// Asks the school, and waits until it is in its tray.
    ///
    /// @return the path of the request's page
    private static String asked() {
        String conversation = UUID.randomUUID().toString();
        String today = LocalDate.now(ZoneId.of("Europe/London")).toString();
        Calls.Answer answer =
                calls.post(
                        "LA:998",
                        "/api/v1/messages",
                        """
                        { "type": "advice-request", "version": "1", "messageId": "%s", "conversationId": "%s",
                          "from": "LA:998", "to": "URN:900002", "sentAt": "%sT00:00:00Z",
                          "ground": { "purpose": "ehc-needs-assessment", "provision": "SEND Regulations 2014, reg. 6(1)(b)" },
                          "child": { "reference": "C-2042", "nhsNumber": "9990020426", "familyName": "Sample",
                            "givenNames": ["Alex"], "dateOfBirth": "2017-09-14" },
                          "caseReference": "EHC-2026-0413", "adviceType": "educational",
                          "assessmentRequestedOn": "%s", "questions": ["needs", "outcomes", "provision"] }
                        """
                                .formatted(UUID.randomUUID(), conversation, today, today));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        String page = "/worktray/" + conversation;
        Visitor senco = signedIn(SENCO);
        await().atMost(Duration.ofSeconds(20)).until(() -> senco.get(page).statusCode() == 200);
        return page;
    }

    private static Visitor signedIn(String name) {
        return new Visitor(exchange.url("")).signIn(name, "demo");
    }

    private static Path pdf() throws IOException {
        Path file = folder.resolve("views.pdf");
        if (!Files.exists(file)) {
            try (InputStream bytes = new LargePdf(THIRTY_MEGABYTES, new Heap())) {
                Files.copy(bytes, file);
            }
        }
        return file;
    }

    @Test
    void takesAdviceWithALargeReportToTheCouncilsConversation() throws IOException {
        answersWithAReport(true);
    }

    @Test
    void takesAdviceWithALargeReportWithoutScripts() throws IOException {
        answersWithAReport(false);
    }

    private static void answersWithAReport(boolean scripts) throws IOException {
        String request = asked();
        assertThat(signedIn(SENCO).page("/")).contains("New request", request);
        try (Chromium chromium = Chromium.start(exchange.url(""))) {
            Page page = chromium.signedIn(TESS, WIDE, scripts);
            page.navigate("/worktray");
            page.locator("a[href='" + request + "']").click();
            press(page, "Acknowledge");
            Chromium.assertSays(page, "The authority is told");
            page.getByText("Give advice").click();
            page.locator("#needs-0").fill("Tires quickly after lunch.");
            press(page, "Add another need");
            page.locator("#needs-1").fill("<b>Noise</b> is hard to bear.");
            press(page, "Save and continue");
            page.locator("#title").fill("Teacher's report");
            page.locator("#file").setInputFiles(pdf());
            press(page, "Upload");
            page.getByText("Teacher's report (PDF, 31.5 MB)").waitFor();
            page.getByText("Continue").click();
            Chromium.assertSays(page, "Tires quickly after lunch.", "Teacher's report");
            press(page, "Send the answer");
            Chromium.assertSays(page, "Your answer is sent.", "Advice given");
        }
        String conversation = request.replace("/worktray/", "/conversations/");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(signedIn(CASEWORKER).page(conversation))
                                        .contains("Tires quickly after lunch.")
                                        .contains("&lt;b&gt;Noise&lt;/b&gt; is hard to bear.")
                                        .contains("Teacher&#39;s report (PDF, 31.5 MB)"));
        assertThat(drafts()).isZero();
        assertThat(sentBy(SENCO)).isPositive();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static long drafts() {
        return exchange.bean(JdbcClient.class)
                .sql("select count(*) from worktray_draft where entered like '%Tires quickly%'")
                .query(Long.class)
                .single();
    }

    private static long sentBy(String person) {
        return exchange.bean(JdbcClient.class)
                .sql(
                        "select count(*) from audit a join message m on m.message_id = a.message_id"
                                + " where m.door = 'worktray' and a.act = 'accepted'"
                                + " and a.detail ->> 'person' = :person")
                .param("person", person)
                .query(Long.class)
                .single();
    }

    @Test
    void writesNobodyAnEmailUnlessNoticesAreAskedFor() {
        asked();

        assertThat(
                        exchange.bean(JdbcClient.class)
                                .sql(
                                        "select (select count(*) from notice) + (select count(*)"
                                                + " from notice_place)")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "page.html, <html><script>alert(1)</script></html>",
        "page.pdf, <html><script>alert(1)</script></html>",
        "drawing.svg, <svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
    })
    void takesNoFileThatABrowserWouldRun(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        String request = asked();
        try (Chromium chromium = Chromium.start(exchange.url(""))) {
            Page page = chromium.signedIn(TESS, WIDE, true);
            page.navigate(request + "/reports");
            page.locator("#file").setInputFiles(file);
            press(page, "Upload");
            page.getByText("There is a problem").waitFor();
            Chromium.assertSays(page, "which this exchange does not take");
            Chromium.assertUsable(page);
        }
    }

    @Test
    void saysWhatIsMissingBesideEachFieldAndKeepsWhatWasEntered() {
        String request = asked();
        try (Chromium chromium = Chromium.start(exchange.url(""))) {
            Page page = chromium.signedIn(TESS, NARROW, true);
            page.navigate(request + "/late");
            page.locator("#exception-reason").fill("The child was away.");
            page.locator("#exception-from").fill("31");
            page.locator("#exception-from-month").fill("2");
            page.locator("#exception-from-year").fill("2027");
            press(page, "Save and continue");

            Chromium.assertSays(
                    page,
                    "Say which exception you rely on.",
                    "Say who vouches for it.",
                    "From which day it held: This is not a date");
            assertThat(page.locator("#exception-reason").inputValue())
                    .isEqualTo("The child was away.");
            Chromium.assertUsable(page);
        }
    }

    @Test
    void saysThatNothingIsKnownAndTakesItBackWhileItIsUnread() {
        String request = asked();
        Visitor senco = signedIn(SENCO);
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        senco.submit(
                request + "/nothing-known",
                request + "/nothing-known",
                Map.of(
                        "identifier",
                        "name-and-date-of-birth",
                        "where",
                        "Admissions register",
                        "on-day",
                        String.valueOf(today.getDayOfMonth()),
                        "on-month",
                        String.valueOf(today.getMonthValue()),
                        "on-year",
                        String.valueOf(today.getYear()),
                        "do",
                        "next"));
        senco.submit(request + "/nothing-known/check", request + "/nothing-known/send", Map.of());
        assertThat(senco.page(request)).contains("Not known to them", "Take the answer back");

        senco.submit(request, request + "/take-back", Map.of());

        assertThat(senco.page(request)).contains("Give advice").doesNotContain("Take the answer");
        assertThat(signedIn(CASEWORKER).page(request.replace("/worktray/", "/conversations/")))
                .doesNotContain("Admissions register");
    }

    @Test
    void handsOutToAColleagueAndToNobodyElsesPeople() {
        String request = asked();
        Visitor senco = signedIn(SENCO);
        String handOut = request + "/hand-out";

        senco.submit(
                handOut,
                handOut,
                Map.of("colleague", "teacher@brookside.example", "note", "By May"));
        String refused = senco.submit(handOut, handOut, Map.of("colleague", CASEWORKER)).body();

        assertThat(senco.page(request)).contains("to Bill Ashby, by Tess Okoro – By May");
        assertThat(senco.page("/worktray")).contains("Bill Ashby");
        assertThat(refused).contains("Choose a colleague");
    }
}
