package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.running.Messages.TRUST;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.Office;
import org.ehcexchange.testing.Chromium;
import org.ehcexchange.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/// Who did or saw what, and finding a conversation.
class AuditPagesIT {

    private static final Child CHILD = Messages.child(91, "Sandpiper", LocalDate.of(2016, 4, 2));

    @TempDir static Path folder;

    private static Office office;
    private static AdviceRequest request;

    @BeforeAll
    static void start() throws IOException {
        office = Office.open(folder);
        office.trust().answers(body -> 200);
        request = Messages.request(TRUST, CHILD);
        office.accept(request);
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    @Test
    void findsAConversationByTheChildsNumberAndKeepsThatItWasSearchedFor() {
        Visitor visitor = office.visitor(Office.CASEWORKER);

        assertThat(search(visitor, "nhsNumber", number()))
                .contains("1 conversation", "/conversations/" + conversation());

        assertThat(office.audited("searched", Office.CASEWORKER)).isPositive();
        assertThat(audit()).doesNotContain(number());
    }

    @Test
    void findsByCaseMessageBodyAndState() {
        Visitor visitor = office.visitor(Office.CASEWORKER);

        assertThat(search(visitor, "caseReference", caseReference())).contains(conversation());
        assertThat(search(visitor, "message", request.envelope().messageId().toString()))
                .contains(conversation());
        assertThat(search(visitor, "body", "ODS:RN1")).contains(conversation());
        assertThat(search(visitor, "state", "refused")).contains("Nothing was found");
        assertThat(search(visitor, "until", "2026-01-01")).contains("Nothing was found");
    }

    @Test
    void findsNothingOfAnotherBodysConversations() {
        assertThat(search(office.stranger(), "nhsNumber", number())).contains("Nothing was found");
        assertThat(search(office.stranger(), "caseReference", caseReference()))
                .contains("Nothing was found");
    }

    @Test
    void saysWhatIsWrongWithASearch() {
        Visitor visitor = office.visitor(Office.CASEWORKER);

        assertThat(search(visitor, "nhsNumber", "123")).contains("Enter a whole NHS number");
        assertThat(search(visitor, "from", "soon")).contains("Enter a real day");
        assertThat(search(visitor, "state", "")).contains("Enter at least one thing");
    }

    @Test
    void showsWhoDidWhatAndNarrowsToAPerson() {
        search(office.visitor(Office.CASEWORKER), "nhsNumber", number());
        Visitor auditor = office.visitor(Office.AUDITOR);

        assertThat(auditor.page("/audit")).contains("Accepted", "Searched");
        assertThat(filter(auditor, "/audit", Map.of("person", Office.CASEWORKER)).body())
                .contains("Searched", "to find the conversations about a child")
                .doesNotContain(">Accepted<");
        assertThat(filter(auditor, "/audit", Map.of("caseReference", caseReference())).body())
                .contains("Accepted");
    }

    @Test
    void exportsWhatWasAskedForAndKeepsThatItWasTaken() {
        Visitor auditor = office.visitor(Office.AUDITOR);

        String csv = export(auditor, "csv").body();
        String lines = export(auditor, "json-lines").body();

        assertThat(csv).startsWith("id,at,organisation,").contains(",accepted,");
        assertThat(lines.lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(csv + lines).doesNotContain(number());
        assertThat(office.audited("audit-exported", Office.AUDITOR)).isEqualTo(2);
    }

    private static HttpResponse<String> export(Visitor auditor, String format) {
        return filter(auditor, "/audit/export", Map.of("format", format, "act", "accepted"));
    }

    @Test
    void showsAnAuditorOfAnotherBodyOnlyWhatTheirOwnDid() {
        Visitor stranger = office.stranger();

        assertThat(stranger.page("/audit")).doesNotContain("Northshire");
        assertThat(filter(stranger, "/audit", Map.of("organisation", "LA:998")).body())
                .doesNotContain("Northshire");
        assertThat(filter(stranger, "/audit/export", Map.of("format", "csv")).body())
                .doesNotContain("LA:998");
        assertThat(office.visitor(Office.CASEWORKER).get("/audit").statusCode()).isEqualTo(404);
    }

    @Test
    void canBeUsedByEverybody() {
        try (Chromium chromium = Chromium.start(office.exchange().url(""))) {
            for (int width : new int[] {1100, 320}) {
                Page page = chromium.signedIn("Morgan Hale", width, false);
                page.navigate("/search");
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                        .click();
                Chromium.assertSays(page, "There is a problem");
                page.getByLabel("NHS number").fill(number());
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                        .click();

                Chromium.assertSays(page, "1 conversation");
                assertThat(page.url()).doesNotContain(number());
            }
            Page page = chromium.signedIn("Morgan Hale", 320, true);
            page.navigate("/search");
            page.getByLabel("Case reference").fill(caseReference());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search")).click();
            Chromium.assertUsable(page);
        }
    }

    private static String search(Visitor visitor, String field, String value) {
        return visitor.submit("/search", "/search", Map.of(field, value)).body();
    }

    private static HttpResponse<String> filter(
            Visitor visitor, String action, Map<String, String> fields) {
        return visitor.submit("/audit", action, fields);
    }

    private static String number() {
        return Messages.nhsNumber(91).value();
    }

    private static String caseReference() {
        return request.caseReference().value();
    }

    private static String conversation() {
        return request.envelope().conversationId().toString();
    }

    private static String audit() {
        return office.exchange()
                .bean(JdbcClient.class)
                .sql("select string_agg(detail::text, ' ') from audit")
                .query(String.class)
                .single();
    }
}
