package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.running.Messages.TRUST;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.casefile.HeldChildren;
import org.ehcexchange.ledger.held.Held;
import org.ehcexchange.ledger.reading.Conversations;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.Office;
import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Chromium;
import org.ehcexchange.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/// Saying which child a held message is about.
class HeldPagesIT {

    private static final LocalDate BORN = LocalDate.of(2016, 4, 2);

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
    void showsWhatCameBesideWhatIsOnRecordAndKeepsWhoLooked() {
        long before = office.audited("viewed", Office.CASEWORKER);

        String page = office.visitor(Office.CASEWORKER).page("/held/" + hold(71).id());

        assertThat(page).contains("Plover", "Sandpiper", "Differs", "999 ");
        assertThat(office.audited("viewed", Office.CASEWORKER)).isEqualTo(before + 1);
    }

    @Test
    void sendsBackWhatItsSenderMustCorrectAndKeepsWhoSaidSo() {
        Held.Item item = hold(72);
        Visitor visitor = office.visitor(Office.CASEWORKER);

        decide(visitor, item.id(), "correct", "Her name is spelled otherwise");

        assertThat(visitor.page("/held")).contains("Done", "under a new message id");
        assertThat(state(item)).isEqualTo("rejected");
        assertThat(office.audited("rejected", Office.CASEWORKER)).isOne();
    }

    @Test
    void showsWhomACaseMayBeAboutToo() {
        hold(77);
        new Calls(office.exchange().url(""), "demo")
                .put(
                        "LA:998",
                        "/api/v1/cases/EHC-2027-0077",
                        """
                        {"child": {"reference": "C-77", "nhsNumber": "%s", "familyName": "Sandpiper",
                          "givenNames": ["Robin"], "dateOfBirth": "2016-04-03"}}
                        """
                                .formatted(Messages.nhsNumber(77).value()));
        Visitor visitor = office.visitor(Office.CASEWORKER);
        assertThat(visitor.page("/held")).contains("Case EHC-2027-0077");
        UUID id = office.exchange().bean(HeldChildren.class).waiting(1).getFirst().id();

        assertThat(visitor.page("/held/" + id)).contains("3 Apr 2016", "2 Apr 2016", "Differs");
        decide(visitor, id, "release", "The day was wrong until now");

        assertThat(visitor.page("/held")).contains("It goes on.").doesNotContain("EHC-2027-0077");
    }

    @Test
    void asksForAChoiceAndAReasonThatNamesNoChild() {
        Held.Item item = hold(73);
        Visitor visitor = office.visitor(Office.CASEWORKER);

        assertThat(decide(visitor, item.id(), "", "").body())
                .contains("There is a problem", "Choose what is to become of it", "Say why");
        assertThat(decide(visitor, item.id(), "release", "She is 999 000 0018").body())
                .contains("without an NHS number");
        assertThat(state(item)).isEqualTo("held");
    }

    @Test
    void releasesAChildInABrowserWithoutScripts() {
        Held.Item item = hold(76);
        try (Chromium chromium = Chromium.start(office.exchange().url(""))) {
            for (int width : new int[] {1100, 320}) {
                Page usable = chromium.signedIn("Morgan Hale", width, true);
                usable.navigate("/held/" + item.id());
                usable.getByRole(AriaRole.BUTTON, named("Decide")).click();
                Chromium.assertUsable(usable);
            }
            Page page = chromium.signedIn("Morgan Hale", 1100, false);
            page.navigate("/held/" + item.id());
            page.getByLabel("Release it").check();
            page.getByLabel("Why").fill("She was adopted");
            page.getByRole(AriaRole.BUTTON, named("Decide")).click();

            Chromium.assertSays(page, "It goes on.");
        }
        assertThat(state(item)).isEqualTo("requested");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static HttpResponse<String> decide(
            Visitor visitor, UUID item, String decision, String reason) {
        return visitor.submit(
                "/held/" + item, "/held/" + item, Map.of("decision", decision, "reason", reason));
    }

    /// A child whom one request calls Sandpiper, and a second one, that is held, Plover.
    private static Held.Item hold(int number) {
        office.accept(Messages.request(TRUST, Messages.child(number, "Sandpiper", BORN)));
        AdviceRequest second = Messages.request(TRUST, Messages.child(number, "Plover", BORN));
        office.accept(second);
        return office.exchange().bean(Held.class).waiting(null, 100).stream()
                .filter(item -> item.messageId().equals(second.envelope().messageId()))
                .findFirst()
                .orElseThrow();
    }

    private static String state(Held.Item item) {
        return office.exchange()
                .bean(Conversations.class)
                .conversation(Messages.COUNCIL, item.conversationId())
                .orElseThrow()
                .summary()
                .state();
    }
}
