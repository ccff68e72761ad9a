package org.ehcexchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ehcexchange.ledger.TransferHouse.NEW;
import static org.ehcexchange.ledger.TransferHouse.OLD;
import static org.ehcexchange.ledger.TransferHouse.TRUST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.ledger.TransferHouse.Letter;
import org.ehcexchange.testing.Calls.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// What becomes of the cases of a child who moves from one authority to another, with a plan or
/// before there is one.
class MovedCasesIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir static Path folder;
    private static TransferHouse house;

    @BeforeAll
    static void start() {
        house = new TransferHouse(folder);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    /// A request for advice in a case of its own, about a child of its own.
    private static Letter asked() {
        ObjectNode json = TransferHouse.example("advice-request");
        json.put("conversationId", UUID.randomUUID().toString());
        json.put("caseReference", "EHC-" + UUID.randomUUID());
        json.put("assessmentRequestedOn", house.today().toString());
        json.remove("documents");
        ObjectNode child = (ObjectNode) json.path("child");
        child.remove(List.of("nhsNumber", "upn"));
        child.put("reference", "C-" + UUID.randomUUID());
        return house.sent(house.now(json));
    }

    private static String reference(Letter request) {
        return request.json().path("caseReference").asText();
    }

    /// The plan of the child that the request is about, accepted by the new authority.
    private static Letter transferred(Letter request, String openRequests) {
        Letter plan =
                house.plan()
                        .with(
                                json -> {
                                    json.set("child", request.json().path("child").deepCopy());
                                    json.put("openRequests", openRequests);
                                });
        house.sent(plan);
        house.sent(house.received(plan));
        house.sent(house.accepted(plan));
        return plan;
    }

    private static void isWithdrawn(Letter request) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(house.state(OLD, request)).isEqualTo("withdrawn"));
    }

    private static Answer record(String authority, String reference, String event) {
        String body =
                """
                {"recordId": "%s", "kind": "event", "event": "%s", "on": "%s",
                 "told": [{"party": "parent", "words": "by letter"}]}
                """
                        .formatted(UUID.randomUUID(), event, house.today());
        return house.calls().post(authority, "/api/v1/cases/" + reference + "/records", body);
    }

    private static JsonNode file(String authority, String reference) {
        return house.calls().get(authority, "/api/v1/cases/" + reference).json();
    }

    private static Letter advice(Letter request, String to) {
        ObjectNode json = TransferHouse.example("advice-return.provided");
        json.put("conversationId", request.conversation());
        json.put("inReplyTo", request.id()).put("from", TRUST).put("to", to);
        json.set("child", request.json().path("child").deepCopy());
        json.remove("documents");
        return house.now(json);
    }

    @Test
    void takesBackWhatIsStillAskedWhenThePlanIsAcceptedAndTellsTheAdviser() {
        Letter request = asked();
        transferred(request, "withdraw");
        isWithdrawn(request);
        assertThat(house.calls().get(TRUST, "/api/v1/inbox?limit=200").text())
                .contains("transferred to another authority on " + house.today());
        assertThat(house.clock(request, "advice-return")).isIn("none", "stopped");
    }

    @Test
    void makesTheOldAuthoritysCaseHistory() {
        Letter request = asked();
        Letter plan = transferred(request, "withdraw");
        assertThat(file(OLD, reference(request)).at("/file/state").asText()).isEqualTo("closed");
        assertThat(file(OLD, reference(request)).path("clocks"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.toString()).contains("stopped"));
        isWithdrawn(request);
        Letter more =
                house.now(
                        request.json()
                                .deepCopy()
                                .put("conversationId", UUID.randomUUID().toString()));
        house.refuses(more, 422, "/caseReference", "was transferred to LA:999 on");
        Answer added = record(OLD, reference(request), "decided-to-assess");
        assertThat(added.status()).as(added.text()).isEqualTo(422);
        assertThat(added.text()).contains("This case is history");
        house.refuses(copy(plan), 422, "/plan/reference", "This plan is history");
    }

    private static Letter copy(Letter plan) {
        ObjectNode json = TransferHouse.example("plan-copy.final-plan");
        json.put("conversationId", UUID.randomUUID().toString()).put("to", TRUST);
        json.set("child", plan.json().path("child").deepCopy());
        json.remove(List.of("documents", "caseReference"));
        ObjectNode of = (ObjectNode) json.path("plan");
        of.put("reference", plan.plan()).remove("appendices");
        return house.now(json);
    }

    @Test
    void sendsAdviceThatIsGivenAfterAllToTheNewAuthority() {
        Letter request = asked();
        transferred(request, "re-point");
        isWithdrawn(request);
        assertThat(house.calls().get(TRUST, "/api/v1/inbox?limit=200").text())
                .contains("so answer to that authority");
        Letter toOld = house.sent(advice(request, OLD));
        assertThat(house.isInInbox(NEW, toOld)).isTrue();
        assertThat(house.isInInbox(OLD, toOld)).isFalse();
        Letter toNew = house.sent(advice(request, NEW));
        assertThat(house.isInInbox(NEW, toNew)).isTrue();
    }

    @Test
    void keepsAdviceWithTheOldAuthorityWhereItChoseSo() {
        Letter request = asked();
        transferred(request, "withdraw");
        isWithdrawn(request);
        Letter late = house.sent(advice(request, OLD));
        assertThat(house.isInInbox(OLD, late)).isTrue();
        house.refuses(advice(request, NEW), 404, "/inReplyTo", "no request");
    }

    @Test
    void tellsNobodyWhereAProtectedChildWent() {
        Letter request = asked();
        ((ObjectNode) request.json().path("child")).put("protected", true);
        transferred(request, "re-point");
        isWithdrawn(request);
        assertThat(house.isInInbox(NEW, house.sent(advice(request, OLD)))).isFalse();
    }

    @Test
    void givesTheNewAuthorityACaseWhoseRecordsMeetWhatItOwes() {
        Letter plan = transferred(asked(), "withdraw");
        JsonNode file = file(NEW, plan.plan());
        assertThat(file.at("/file/state").asText()).isEqualTo("open");
        assertThat(file.path("clocks").toString()).contains("tell-family", "review-by");
        Answer told = record(NEW, plan.plan(), "family-told-of-transfer");
        assertThat(told.status()).as(told.text()).isEqualTo(201);
        assertThat(house.clock(plan, "tell-family")).startsWith("met");
    }

    @Test
    void endsAnAssessmentOfAChildWhoMovesBeforeThereIsAPlan() {
        Letter request = asked();
        Answer exported = record(OLD, reference(request), "exported");
        assertThat(exported.status()).as(exported.text()).isEqualTo(201);
        isWithdrawn(request);
        assertThat(house.calls().get(TRUST, "/api/v1/inbox?limit=200").text())
                .contains("before there was a plan");
        assertThat(file(OLD, reference(request)).at("/file/state").asText()).isEqualTo("closed");
        assertThat(file(OLD, reference(request)).path("clocks"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.toString()).contains("stopped"));
        assertThat(record(OLD, reference(request), "request-received").status()).isEqualTo(422);
        assertThat(house.calls().get(OLD, returned() + "&format=csv").text().lines())
                .contains("exported," + house.today() + ",," + reference(request) + ",,,,");
    }

    private static String returned() {
        return "/api/v1/sen2/transfers?year=" + house.today().getYear();
    }

    @Test
    void handsNothingOfAnEndedAssessmentToTheNewAuthority() {
        Letter request = asked();
        Letter before = house.sent(advice(request, OLD));
        record(OLD, reference(request), "exported");
        assertThat(house.state(NEW, request)).isEqualTo("unseen");
        assertThat(house.calls().get(NEW, "/api/v1/messages/" + before.id()).status())
                .isEqualTo(404);
        Letter copy = copy(house.plan()).with(json -> json.put("to", NEW));
        Answer refused = house.send(copy);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().path("type").asText()).endsWith(":refused");
    }
}
