package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.running.Office;
import org.ehcexchange.testing.Chromium;
import org.ehcexchange.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// An authority with a browser and nothing else sends a child's plan to another.
class PlanStartIT {

    private static final String[] STEPS = {"child", "move", "plan", "sections"};

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

    private static Visitor caseworker() {
        return office.visitor(Office.CASEWORKER);
    }

    /// @return the path of the draft's pages
    private static String begun(Visitor you, String reference) {
        String first =
                there(you.submit("/plans/start", "/plans/start", Map.of("reference", reference)));
        return first.substring(0, first.lastIndexOf('/'));
    }

    private static String there(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^http://[^/]+", "");
    }

    private static LocalDate today() {
        return LondonDay.of(office.exchange().bean(InstantSource.class).instant());
    }

    private static Map<String, String> filled(String step) {
        Map<String, String> fields = new HashMap<>(Map.of("part", step, "do", "next"));
        switch (step) {
            case "child" -> {
                fields.put("child-reference", "C-9001");
                fields.put("child-familyName", "Sample");
                fields.put("child-givenNames", "Robin  Lee");
                day(fields, "child-dateOfBirth", LocalDate.of(2016, 3, 4));
            }
            case "move" -> {
                fields.put("to", "LA:999");
                day(fields, "movedOn", today());
                day(fields, "awareOn", today());
            }
            case "plan" -> {
                fields.put("plan-reference", "EHCP-" + UUID.randomUUID());
                day(fields, "plan-madeOn", LocalDate.of(2024, 5, 6));
            }
            default -> {
                for (String section : "A B C D E F G H1 H2 I J K".split(" ")) {
                    fields.put("plan-sections-" + section, "Words of section " + section);
                }
            }
        }
        return fields;
    }

    private static void day(Map<String, String> fields, String name, LocalDate day) {
        fields.put(name + "-day", String.valueOf(day.getDayOfMonth()));
        fields.put(name + "-month", String.valueOf(day.getMonthValue()));
        fields.put(name + "-year", String.valueOf(day.getYear()));
    }

    /// A draft that lacks nothing, but for what is put in its place.
    private static String entered(Visitor you, Map<String, String> instead) {
        String draft = begun(you, "");
        for (String step : STEPS) {
            Map<String, String> fields = filled(step);
            instead.forEach((field, text) -> fields.computeIfPresent(field, (name, old) -> text));
            you.submit(draft + "/" + step, draft + "/" + step, fields);
        }
        return draft;
    }

    @Test
    void sendsAPlanWithADocumentInTheBrowserWithoutScripts() throws IOException {
        Path file =
                Files.writeString(folder.resolve("advice.pdf"), "%PDF-1.7\nSynthetic.\n%%EOF\n");
        String sent;
        try (Chromium chromium = Chromium.start(office.exchange().url(""))) {
            Page page = chromium.signedIn("Morgan Hale", 320, false);
            page.navigate("/plans");
            page.getByText("Send a plan to another authority").click();
            press(page, "Begin");
            for (String step : STEPS) {
                filled(step).forEach((field, text) -> enter(page, field, text));
                press(page, "Save and continue");
            }
            page.locator("#title").fill("Medical advice");
            page.locator("#file").setInputFiles(file);
            press(page, "Upload");
            page.getByText("Continue").click();
            Chromium.assertSays(
                    page,
                    "Words of section H2",
                    "Robin Lee",
                    "Medical advice",
                    "reg. 15(2)",
                    "NHS Northshire Integrated Care Board",
                    "How the day was counted");
            press(page, "Send the plan");
            Chromium.assertSays(page, "stays yours until the other authority accepts it");
            sent = page.url().replaceFirst("^http://[^/]+", "");
        }
        Visitor southmere = office.stranger();
        await().atMost(Duration.ofSeconds(20)).until(() -> southmere.get(sent).statusCode() == 200);
        assertThat(southmere.page(sent)).contains("Words of section K", "Medical advice");
        assertThat(drafts(sent.replace("/plans/", ""))).isZero();
        assertThat(office.audited("accepted", Office.CASEWORKER)).isPositive();
    }

    private static void enter(Page page, String field, String text) {
        if (field.equals("part") || field.equals("do")) {
            return;
        }
        if (field.equals("to")) {
            page.locator("#to").selectOption(text);
        } else {
            page.locator("[name='%s']".formatted(field)).fill(text);
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static long drafts(String id) {
        return office.exchange()
                .bean(JdbcClient.class)
                .sql("select count(*) from plan_draft where id = ?")
                .param(UUID.fromString(id))
                .query(Long.class)
                .single();
    }

    @Test
    void saysWhatIsMissingBesideEachFieldAndKeepsWhatWasEntered() {
        Visitor you = caseworker();
        String child = begun(you, "") + "/child";

        String page =
                you.submit(child, child, Map.of("part", "child", "child-familyName", "Sample"))
                        .body();

        assertThat(page)
                .contains("There is a problem", "href=\"#child-givenNames\"")
                .contains("id=\"child-dateOfBirth-error\"", "value=\"Sample\"")
                .doesNotContain("plan-reference");
    }

    @Test
    void savesForLaterWhatIsUnfinishedAndThrowsItAway() {
        Visitor you = caseworker();
        String draft = begun(you, "");
        String reference = "EHCP-" + UUID.randomUUID();
        you.submit(
                draft + "/plan",
                draft + "/plan",
                Map.of("part", "plan", "plan-reference", reference, "do", "save"));

        assertThat(you.page("/plans/start")).contains(reference, draft);
        you.submit(
                "/plans/start",
                "/plans/start/remove",
                Map.of("draft", draft.substring(draft.lastIndexOf('/') + 1)));

        assertThat(you.page("/plans/start")).doesNotContain(reference);
        assertThat(you.get(draft + "/child").statusCode()).isEqualTo(404);
    }

    @Test
    void showsAllThatIsWrongWithTheFormsInWhichItWasEntered() {
        Visitor you = caseworker();
        String draft = begun(you, "");
        you.submit(draft + "/move", draft + "/move", filled("move"));

        String page = you.page(draft + "/check");

        assertThat(page)
                .contains("Put this right", "Section A: this is missing.", "Family name: this is")
                .doesNotContain("id=\"movedOn\"");
    }

    @Test
    void saysBesideTheFieldWhatTheExchangeRefuses() {
        Visitor you = caseworker();
        String reference = "EHCP-" + UUID.randomUUID();
        String first = entered(you, Map.of("plan-reference", reference));
        there(you.submit(first + "/check", first + "/send", Map.of()));
        String second = entered(you, Map.of("plan-reference", reference));

        String page = you.submit(second + "/check", second + "/send", Map.of()).body();

        assertThat(page).contains("sent to LA:999 already", "href=\"#plan-reference\"");
        assertThat(you.page(second + "/plan")).contains(reference);
    }

    @Test
    void sendsOnceHoweverOftenItIsPressed() {
        Visitor you = caseworker();
        String draft = entered(you, Map.of());
        String page = draft + "/check";
        String sent = there(you.submit(page, draft + "/send", Map.of()));

        assertThat(you.submit("/plans/start", draft + "/send", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(you.page(sent)).contains("Sent");
    }

    @Test
    void holdsThePlanUntilTheDayOfTheMove() {
        Visitor you = caseworker();
        LocalDate day = today().plusDays(40);
        String draft = entered(you, Map.of());
        Map<String, String> move = filled("move");
        day(move, "movedOn", day);
        move.put("sendOn", "moved-on");
        you.submit(draft + "/move", draft + "/move", move);

        String sent = there(you.submit(draft + "/check", draft + "/send", Map.of()));

        assertThat(you.page(sent)).contains("Held for the day");
        assertThat(office.stranger().get(sent).statusCode()).isEqualTo(404);
    }

    @Test
    void copiesThePlanAndItsChildFromWhatWasSentBefore() {
        Visitor you = caseworker();
        String reference = "EHCP-" + UUID.randomUUID();
        String first = entered(you, Map.of("plan-reference", reference));
        there(you.submit(first + "/check", first + "/send", Map.of()));

        String copy = begun(you, reference);

        assertThat(you.page(copy + "/child")).contains("Robin Lee", "C-9001");
        assertThat(you.page(copy + "/sections")).contains("Words of section H1");
        assertThat(you.submit("/plans/start", "/plans/start", Map.of("reference", "none")).body())
                .contains("No case or plan of yours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all@southmere.example", Office.AUDITOR, Office.ENGINEER})
    void isNotThereForOthers(String other) {
        String draft = entered(caseworker(), Map.of());
        Visitor visitor = office.visitor(other);

        for (String page : new String[] {"/child", "/sections", "/documents", "/check"}) {
            assertThat(visitor.get(draft + page).statusCode()).as(page).isEqualTo(404);
        }
        for (String act : new String[] {"/child", "/fix", "/documents/remove", "/send"}) {
            Map<String, String> fields = Map.of("document", UUID.randomUUID().toString());
            assertThat(visitor.submit("/", draft + act, fields).statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(caseworker().post(draft + "/send", Map.of()).statusCode()).isEqualTo(404);
        assertThat(caseworker().page(draft + "/check")).contains("Send the plan");
    }

    @Test
    void canBeUsedByEverybody() {
        String draft = entered(caseworker(), Map.of());
        String empty = begun(caseworker(), "");
        try (Chromium chromium = Chromium.start(office.exchange().url(""))) {
            for (int width : new int[] {1100, 320}) {
                Page page = chromium.signedIn("Morgan Hale", width, true);
                for (String path :
                        new String[] {
                            "/plans/start",
                            draft + "/child",
                            draft + "/move",
                            draft + "/sections",
                            draft + "/documents",
                            draft + "/check",
                            empty + "/check"
                        }) {
                    assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
                    Chromium.assertUsable(page);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 30})
    void turnsAFormAwayThatHoldsTooMuchAndKeepsNothingOfIt(int megabytes) {
        Visitor you = caseworker();
        String step = begun(you, "") + "/sections";
        Map<String, String> fields = filled("sections");
        there(you.submit(step, step, fields));
        String before = entered();
        fields.put("plan-sections-A", "Another text");
        fields.put("plan-sections-B", "x".repeat(megabytes * 1024 * 1024));

        HttpResponse<String> answer = you.submit(step, step, fields);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains("too much in this form", ">2</span> MB", "uploaded as a document")
                .contains("</html>");
        assertProtected(answer);
        assertThat(entered()).isEqualTo(before).contains("Words of section A");
    }

    private static void assertProtected(HttpResponse<String> answer) {
        assertThat(answer.headers().map())
                .containsKeys(
                        "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options");
    }

    /// All that anybody entered and did not send.
    private static String entered() {
        return office.exchange()
                .bean(JdbcClient.class)
                .sql("select string_agg(entered::text, ';' order by id) from plan_draft")
                .query(String.class)
                .single();
    }

    @Test
    void turnsAFormAwayThatHasMoreFieldsThanTheServerReads() {
        Visitor you = caseworker();
        String step = begun(you, "") + "/sections";
        Map<String, String> fields = filled("sections");
        IntStream.range(0, 20_000).forEach(i -> fields.put("zz" + i, "x"));
        String before = entered();

        HttpResponse<String> answer = you.submit(step, step, fields);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("could not be read", "Nothing of it was kept");
        assertProtected(answer);
        assertThat(entered()).isEqualTo(before);
    }

    @Test
    void turnsALongFormAwayFromWhoeverHasNotSignedIn() {
        Visitor stranger = new Visitor(office.exchange().url(""));
        Map<String, String> fields = Map.of("sign-in", "x".repeat(3 * 1024 * 1024));

        assertThat(stranger.submit("/sign-in", "/sign-in", fields).statusCode()).isEqualTo(413);
        assertThat(stranger.post("/sign-in", fields).statusCode()).isEqualTo(413);
    }

    @Test
    void saysBesideTheFieldThatATitleSentWithAFileIsTooLong() {
        Visitor you = caseworker();
        String page = begun(you, "") + "/documents";

        HttpResponse<String> answer =
                you.paste(page, "title", BodyPublishers.ofString("x".repeat(30 * 1024 * 1024)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("There is a problem", "Choose a file.");
        assertThat(you.page(page)).doesNotContain("xxxx");
    }
}
