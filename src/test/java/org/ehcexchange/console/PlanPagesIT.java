package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.held.Held;
import org.ehcexchange.ledger.reading.Conversations;
import org.ehcexchange.ledger.reading.Conversations.MovingPlan;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.Office;
import org.ehcexchange.running.Transfers;
import org.ehcexchange.sealing.Sealed;
import org.ehcexchange.testing.Chromium;
import org.ehcexchange.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        return moved(Transfers.from(NORTHSHIRE, SOUTHMERE));
    }

    /// Of which the old authority should have been done with long ago.
    private static PlanTransfer movedLate() {
        ObjectNode plan = Transfers.json(NORTHSHIRE, SOUTHMERE, List.of());
        String then = today().minusDays(60).toString();
        return moved(
                (PlanTransfer)
                        Sealed.message(plan.put("movedOn", then).put("awareOn", then).toString()));
    }

    private static LocalDate today() {
        return LondonDay.of(office.exchange().bean(InstantSource.class).instant());
    }

    private static PlanTransfer moved(PlanTransfer plan) {
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
    void listsTheDayThatMattersToEachSideAndFirstWhatIsLate() {
        String late = movedLate().plan().reference();
        PlanTransfer plan = moved();
        String fresh = plan.plan().reference();
        Visitor southmere = office.stranger();

        String list = office.visitor(Office.CASEWORKER).page("/plans");

        assertThat(list.indexOf(late)).isPositive().isLessThan(list.indexOf(fresh));
        assertThat(row(list, late)).contains("Transfer: overdue, ", " days over");
        assertThat(row(list, fresh)).contains("Transfer: ", " days left").doesNotContain("–");
        assertThat(row(southmere.page("/plans"), fresh))
                .contains("family to be told by")
                .doesNotContain("Transfer");
        String page = "/plans/" + plan.envelope().conversationId();
        southmere.submit(page, page, Map.of("decision", "accept"));
        assertThat(row(southmere.page("/plans"), fresh)).contains("Tell family: 42 days left");
    }

    /// The row of a list that has this plan.
    private static String row(String list, String plan) {
        int at = list.indexOf(plan);
        assertThat(at).as(plan).isPositive();
        return list.substring(at, list.indexOf("</tr>", at));
    }

    @Test
    void pagesThroughAllPlansInOneOrder() {
        movedLate();
        moved();
        moved();
        Conversations conversations = office.exchange().bean(Conversations.class);
        for (OrganisationCode side : List.of(NORTHSHIRE, SOUTHMERE)) {
            List<MovingPlan> all = conversations.plans(side, null, 1000).plans();
            List<MovingPlan> paged = new ArrayList<>();
            ConversationId after = null;
            do {
                Conversations.PlanList page = conversations.plans(side, after, 2);
                paged.addAll(page.plans());
                after = page.next();
            } while (after != null);

            assertThat(all).hasSizeGreaterThanOrEqualTo(3);
            assertThat(paged).isEqualTo(all);
        }
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

            Chromium.assertSays(page, "The plan is yours now", "Accepted");
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
    void declinesAPlanWhichTheOldAuthorityThenSendsAgain() {
        String page = received();
        Visitor southmere = office.stranger();
        Visitor northshire = office.visitor(Office.CASEWORKER);
        assertThat(southmere.page("/plans")).contains("family to be told by");
        assertThat(southmere.submit(page, page, Map.of("decision", "decline")).body())
                .contains("Say why you decline");

        southmere.submit(
                page, page, Map.of("decision", "decline", "why", "The family lives elsewhere."));

        assertThat(southmere.page(page)).contains("Declined").doesNotContain("Send your answer");
        assertThat(northshire.page(page))
                .contains("The family lives elsewhere.", "The plan is still yours", "it is due by");
        String draft = begunAgain(northshire, page);
        assertThat(northshire.page(draft + "/sections")).contains("plan-sections-H2");
        northshire.submit(draft + "/move", draft + "/move", to(northshire.page(draft + "/move")));
        HttpResponse<String> sent = northshire.submit(draft + "/check", draft + "/send", Map.of());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(northshire.page(page)).contains("The plan is still yours");
    }

    private static String begunAgain(Visitor you, String page) {
        String first =
                you.submit(
                                page,
                                "/plans/start/again",
                                Map.of("conversation", page.replace("/plans/", "")))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceFirst("^http://[^/]+", "");
        return first.substring(0, first.lastIndexOf('/'));
    }

    /// What the form of the move holds, to Southmere.
    private static Map<String, String> to(String form) {
        Map<String, String> fields = new HashMap<>(Map.of("part", "move", "to", "LA:999"));
        Matcher box =
                Pattern.compile("name=\"([a-zA-Z]+-[a-z]+)\" value=\"([0-9]+)\"").matcher(form);
        while (box.find()) {
            fields.put(box.group(1), box.group(2));
        }
        return fields;
    }

    @Test
    void answersAQuestionWithThePlanAsItIsNow() {
        String page = received();
        Visitor northshire = office.visitor(Office.CASEWORKER);
        office.stranger()
                .submit(page, page, Map.of("decision", "query", "question", "Which school?"));
        String draft = begunAgain(northshire, page);
        assertThat(draft).endsWith(page.replace("/plans/", ""));

        northshire.submit(draft + "/check", draft + "/send", Map.of());

        assertThat(northshire.page(page)).contains("Sent").doesNotContain("They ask about it");
        office.stranger().submit(page, page, Map.of("decision", "accept"));
        assertThat(northshire.page(page)).contains("Accepted");
    }

    @Test
    void callsBackAPlanAndKeepsItForGood() {
        String page = received();
        Visitor northshire = office.visitor(Office.CASEWORKER);
        String act = page + "/recall";
        assertThat(northshire.submit(page, act, Map.of()).body()).contains("Say why");
        assertThat(office.stranger().submit(page, act, Map.of("reason", "x")).body())
                .contains("moved on meanwhile");

        northshire.submit(page, act, Map.of("reason", "Sent to the wrong authority."));
        assertThat(northshire.page(page)).contains("Recalled", "The plan is still yours");
        northshire.submit(page, page + "/keep", Map.of("reason", "The family stays."));

        assertThat(northshire.page(page)).contains("Kept").doesNotContain("still yours");
        assertThat(office.audited("kept", Office.CASEWORKER)).isPositive();
    }

    /// Held, because a child with this number who was born on another day is on record.
    private static Held.Item held(int child) {
        PlanTransfer plan = moved(of(child, "2014-03-02"));
        assertThat(heldOf(plan)).isEmpty();
        return heldOf(moved(of(child, "2018-04-12"))).orElseThrow();
    }

    private static PlanTransfer of(int child, String born) {
        ObjectNode plan = Transfers.json(NORTHSHIRE, SOUTHMERE, List.of());
        ((ObjectNode) plan.path("child"))
                .put("reference", "C-" + UUID.randomUUID())
                .put("nhsNumber", Messages.nhsNumber(child).value())
                .put("dateOfBirth", born)
                .remove("postcode");
        return (PlanTransfer) Sealed.message(plan.toString());
    }

    private static Optional<Held.Item> heldOf(PlanTransfer plan) {
        return office.exchange().bean(Held.class).waiting(null, 500).stream()
                .filter(item -> item.messageId().equals(plan.envelope().messageId()))
                .findFirst();
    }

    @Test
    void keepsAPlanThatIsHeldAndSaysSoToWhoWouldDecideAboutIt() {
        Held.Item item = held(9301);
        String page = "/plans/" + item.conversationId();
        Visitor northshire = office.visitor(Office.CASEWORKER);
        assertThat(northshire.page(page)).contains("Held", "It has not left", "Keep the plan");

        northshire.submit(page, page + "/keep", Map.of("reason", "The family stays."));

        assertThat(northshire.page(page)).contains("Withdrawn").doesNotContain("Keep the plan");
        assertThat(northshire.get("/held/" + item.id()).statusCode()).isEqualTo(302);
        assertThat(northshire.page("/held")).contains("took it back before anybody decided");
        String late = "/held/" + item.id();
        northshire.submit("/", late, Map.of("decision", "release", "reason", "The same child"));
        assertThat(northshire.page("/held")).contains("took it back before anybody decided");
        assertThat(northshire.get("/held/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void sendsAPlanAgainThatAPersonRejected() {
        Held.Item item = held(9377);
        String page = "/plans/" + item.conversationId();
        Visitor northshire = office.visitor(Office.CASEWORKER);
        String decide = "/held/" + item.id();
        assertThat(northshire.page(decide)).contains("is told that the plan was not taken");

        northshire.submit(decide, decide, Map.of("decision", "correct", "reason", "Born when?"));

        assertThat(northshire.page(page)).contains("Rejected", "It did not leave");
        assertThat(begunAgain(northshire, page)).startsWith("/plans/drafts/");
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

    /// Where the officer finds the notification of a plan, once it is prepared.
    private static String prepared(PlanTransfer plan) {
        Visitor officer = office.visitor(OFFICER);
        Pattern link =
                Pattern.compile(
                        "(/notifications/[0-9a-f-]{36})\"[^>]*>"
                                + Pattern.quote(plan.plan().reference()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> link.matcher(officer.page("/notifications")).find());
        Matcher found = link.matcher(officer.page("/notifications"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void dismissesWhatWasWronglyPreparedAndSaysWhyToTheAuthority() {
        PlanTransfer plan = moved();
        String page = prepared(plan);
        Visitor officer = office.visitor(OFFICER);

        officer.submit(
                page,
                page + "/dismiss",
                Map.of("because", "child-did-not-move", "why", "The family stays."));

        String why = "dismissed: the child or young person did not move; The family stays.";
        assertThat(officer.page(page)).contains("Dismissed", why).doesNotContain("Approve and");
        Visitor northshire = office.visitor(Office.CASEWORKER);
        assertThat(northshire.page(page)).contains(why).doesNotContain("Priya Nair");
        assertThat(northshire.page("/conversations/" + plan.envelope().conversationId()))
                .contains("Notification dismissed");
        assertThat(officer.page(page.replace("/notifications/", "/conversations/")))
                .contains("Stopped");
        assertThat(office.audited("dismissed", OFFICER)).isPositive();
        assertThat(officer.submit("/", page + "/dismiss", Map.of()).body())
                .contains("There is a problem");
    }

    @Test
    void dismissesForNoReasonThatLeavesTheDuty() {
        String page = prepared(moved());
        Visitor officer = office.visitor(OFFICER);
        String act = page + "/dismiss";

        assertThat(officer.submit(page, act, Map.of("why", "Too busy.")).body())
                .contains("Choose why nobody need be told");
        assertThat(
                        officer.submit(
                                        page,
                                        act,
                                        Map.of(
                                                "because",
                                                "child-did-not-move",
                                                "why",
                                                "9990000018"))
                                .body())
                .contains("without naming the child");
        assertThat(officer.submit(page, act, Map.of("because", "child-did-not-move")).body())
                .contains("Say why in one line");
        assertThat(officer.page(page)).contains("Approve and send");
        for (String other : new String[] {Office.CASEWORKER, "officer@southmere-icb.example"}) {
            assertThat(office.visitor(other).submit("/", act, Map.of()).statusCode())
                    .isEqualTo(404);
        }
    }

    private static Map<String, String> change(PlanTransfer plan) {
        LocalDate today = today();
        return Map.of(
                "id", UUID.randomUUID().toString(),
                "plan", plan.plan().reference(),
                "from", "ODS:QN1",
                "to", "ODS:QS1",
                "changedOn-day", String.valueOf(today.getDayOfMonth()),
                "changedOn-month", String.valueOf(today.getMonthValue()),
                "changedOn-year", String.valueOf(today.getYear()));
    }

    @ParameterizedTest
    @ValueSource(strings = {Office.CASEWORKER, OFFICER})
    void startsTheChangeOfACommissionerOfAPlanOnRecord(String person) {
        PlanTransfer plan = moved();
        prepared(plan);
        Visitor you = office.visitor(person);
        Map<String, String> fields = new HashMap<>(change(plan));
        if (person.equals(OFFICER)) {
            fields.remove("from");
        }

        HttpResponse<String> done =
                you.submit("/notifications/start", "/notifications/start", fields);

        assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
        String page =
                done.headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceFirst("^http://[^/]+", "");
        assertThat(you.page(page)).contains(plan.plan().reference());
        assertThat(office.visitor(OFFICER).page(page)).contains("Approve and send");
        assertThat(office.audited("started", person)).isPositive();
    }

    @Test
    void saysBesideEachFieldWhyAChangeCannotStart() {
        Visitor you = office.visitor(Office.CASEWORKER);
        String start = "/notifications/start";

        assertThat(you.page(start)).contains("ODS:QN1");
        String page = you.submit(start, start, Map.of("id", UUID.randomUUID().toString())).body();

        assertThat(page)
                .contains("href=\"#plan\"", "href=\"#to\"", "href=\"#changedOn\"")
                .contains("The new commissioner: this is missing.", "</html>");
        assertThat(office.visitor("auditor@trust.example").get(start).statusCode()).isEqualTo(404);
    }
}
