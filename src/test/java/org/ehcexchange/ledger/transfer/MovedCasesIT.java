package org.ehcexchange.ledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.ledger.transfer.TransferHouse.CLOSING;
import static org.ehcexchange.ledger.transfer.TransferHouse.ELSEWHERE;
import static org.ehcexchange.ledger.transfer.TransferHouse.NEW;
import static org.ehcexchange.ledger.transfer.TransferHouse.OLD;
import static org.ehcexchange.ledger.transfer.TransferHouse.TRUST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.ledger.transfer.TransferHouse.Letter;
import org.ehcexchange.testing.Calls.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// What becomes of the cases of a child who moves from one authority to another, with a plan or
/// before there is one.
class MovedCasesIT {

    @TempDir static Path folder;
    private static TransferHouse house;
    private static MovedChild child;

    @BeforeAll
    static void start() {
        house = new TransferHouse(folder);
        child = new MovedChild(house);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void takesBackWhatIsStillAskedWhenThePlanIsAcceptedAndTellsTheAdviser() {
        Letter request = child.asked();
        child.transferred(request, "withdraw");
        child.isWithdrawn(request);
        assertThat(house.calls().get(TRUST, "/api/v1/inbox?limit=200").text())
                .contains("transferred to another authority on " + house.today());
        assertThat(house.clock(request, "advice-return")).isIn("none", "stopped");
    }

    @Test
    void makesTheOldAuthoritysCaseHistory() {
        Letter request = child.asked();
        Letter plan = child.transferred(request, "withdraw");
        assertThat(child.file(OLD, child.reference(request)).at("/file/state").asText())
                .isEqualTo("closed");
        assertThat(child.file(OLD, child.reference(request)).path("clocks"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.toString()).contains("stopped"));
        child.isWithdrawn(request);
        Letter more =
                house.now(
                        request.json()
                                .deepCopy()
                                .put("conversationId", UUID.randomUUID().toString()));
        house.refuses(more, 422, "/caseReference", "was transferred to LA:999 on");
        Answer added = child.record(OLD, child.reference(request), "decided-to-assess");
        assertThat(added.status()).as(added.text()).isEqualTo(422);
        assertThat(added.text()).contains("This case is history");
        house.refuses(child.copy(plan), 422, "/plan/reference", "This plan is history");
    }

    @Test
    void sendsAdviceThatIsGivenAfterAllToTheNewAuthority() {
        Letter request = child.asked();
        child.transferred(request, "re-point");
        child.isWithdrawn(request);
        assertThat(house.calls().get(TRUST, "/api/v1/inbox?limit=200").text())
                .contains("so answer to that authority");
        Letter toOld = house.sent(child.advice(request, OLD));
        assertThat(house.isInInbox(NEW, toOld)).isTrue();
        assertThat(house.isInInbox(OLD, toOld)).isFalse();
        Letter toNew = house.sent(child.advice(request, NEW));
        assertThat(house.isInInbox(NEW, toNew)).isTrue();
    }

    @Test
    void keepsAdviceWithTheOldAuthorityWhereItChoseSo() {
        Letter request = child.asked();
        child.transferred(request, "withdraw");
        child.isWithdrawn(request);
        Letter late = house.sent(child.advice(request, OLD));
        assertThat(house.isInInbox(OLD, late)).isTrue();
        house.refuses(child.advice(request, NEW), 404, "/inReplyTo", "no request");
    }

    @Test
    void tellsNobodyWhereAProtectedChildWent() {
        Letter request = child.asked();
        ((ObjectNode) request.json().path("child")).put("protected", true);
        child.transferred(request, "re-point");
        child.isWithdrawn(request);
        assertThat(child.told(request)).contains("to another authority").doesNotContain(NEW);
        assertThat(house.isInInbox(NEW, house.sent(child.advice(request, OLD)))).isFalse();
    }

    @Test
    void saysThatAnAuthorityAtAnotherExchangeAsksForItself() {
        Letter request = child.asked();
        Letter plan =
                house.plan()
                        .with(
                                json -> {
                                    json.set("child", request.json().path("child").deepCopy());
                                    json.put("openRequests", "re-point").put("to", ELSEWHERE);
                                });
        house.sent(plan);
        child.take(house.accepted(plan).with(json -> json.put("from", ELSEWHERE)));
        child.isWithdrawn(request);
        assertThat(child.told(request))
                .contains(ELSEWHERE)
                .contains("may ask for this advice itself");
        assertThat(house.isInInbox(OLD, house.sent(child.advice(request, OLD)))).isTrue();
        house.refuses(child.advice(request, ELSEWHERE), 404, "/inReplyTo", "no request");
    }

    @Test
    void givesACaseToAnAuthorityWhoseChildCameFromAnotherExchange() {
        Letter plan =
                house.plan()
                        .with(
                                json -> {
                                    json.put("from", ELSEWHERE).put("to", OLD);
                                    json.remove("documents");
                                    ((ObjectNode) json.path("plan")).remove("appendices");
                                    ((ObjectNode) json.path("child"))
                                            .put("reference", "C-" + UUID.randomUUID());
                                });
        child.take(plan);
        Letter received =
                house.answer("plan-received", plan)
                        .with(json -> json.put("sha256", child.hash(plan)));
        for (Letter answer : List.of(received, house.accepted(plan))) {
            house.sent(answer.with(json -> json.put("from", OLD).put("to", ELSEWHERE)));
        }
        assertThat(child.file(OLD, plan.plan()).path("clocks").toString())
                .contains("tell-family", "review-by");
        assertThat(house.clock(plan, "transfer")).isEqualTo("none");
    }

    @Test
    void doesNotPutAPlanIntoAnotherChildsCase() {
        Letter other = child.asked();
        Letter plan =
                house.plan()
                        .with(
                                json -> {
                                    ((ObjectNode) json.path("child"))
                                            .put("reference", "C-" + UUID.randomUUID());
                                    ((ObjectNode) json.path("plan"))
                                            .put("reference", child.reference(other));
                                    json.put("from", NEW).put("to", OLD).remove("documents");
                                    ((ObjectNode) json.path("plan")).remove("appendices");
                                });
        house.sent(plan);
        Letter received =
                house.answer("plan-received", plan)
                        .with(json -> json.put("sha256", child.hash(plan)));
        for (Letter answer : List.of(received, house.accepted(plan))) {
            house.sent(answer.with(json -> json.put("from", OLD).put("to", NEW)));
        }
        assertThat(child.file(OLD, child.reference(other)).path("clocks").toString())
                .doesNotContain("tell-family");
        assertThat(child.file(OLD, plan.conversation()).path("clocks").toString())
                .contains("tell-family");
    }

    @Test
    void countsAsTheClocksOfTheApiDo() {
        Letter plan = child.transferred(child.asked(), "withdraw");
        String day = house.today().toString();
        String made = plan.json().at("/plan/lastReviewedOn").asText();
        assertThat(house.clock(plan, "transfer"))
                .endsWith(child.due("transfer?movedOn=%s&awareOn=%s".formatted(day, day)));
        assertThat(house.clock(plan, "tell-family"))
                .endsWith(child.due("tell-family?transferredOn=" + day));
        assertThat(house.clock(plan, "review-by"))
                .endsWith(
                        child.due(
                                "review-by?transferredOn=%s&madeOrReviewedOn=%s"
                                        .formatted(day, made)));
    }

    @Test
    void givesTheNewAuthorityACaseWhoseRecordsMeetWhatItOwes() {
        Letter plan = child.transferred(child.asked(), "withdraw");
        JsonNode file = child.file(NEW, plan.plan());
        assertThat(file.at("/file/state").asText()).isEqualTo("open");
        assertThat(file.path("clocks").toString()).contains("tell-family", "review-by");
        Answer told = child.record(NEW, plan.plan(), "family-told-of-transfer");
        assertThat(told.status()).as(told.text()).isEqualTo(201);
        assertThat(house.clock(plan, "tell-family")).startsWith("met");
    }

    @Test
    void endsAnAssessmentOfAChildWhoMovesBeforeThereIsAPlan() {
        Letter request = child.asked();
        Answer exported = child.record(OLD, child.reference(request), "exported");
        assertThat(exported.status()).as(exported.text()).isEqualTo(201);
        child.isWithdrawn(request);
        assertThat(house.calls().get(TRUST, "/api/v1/inbox?limit=200").text())
                .contains("before there was a plan");
        assertThat(child.file(OLD, child.reference(request)).at("/file/state").asText())
                .isEqualTo("closed");
        assertThat(child.file(OLD, child.reference(request)).path("clocks"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.toString()).contains("stopped"));
        assertThat(child.record(OLD, child.reference(request), "request-received").status())
                .isEqualTo(422);
        assertThat(house.calls().get(OLD, child.returned() + "&format=csv").text().lines())
                .contains("exported," + house.today() + ",," + child.reference(request) + ",,,,");
    }

    @Test
    void handsNothingOfAnEndedAssessmentToTheNewAuthority() {
        Letter request = child.asked();
        Letter before = house.sent(child.advice(request, OLD));
        child.record(OLD, child.reference(request), "exported");
        assertThat(house.state(NEW, request)).isEqualTo("unseen");
        assertThat(house.calls().get(NEW, "/api/v1/messages/" + before.id()).status())
                .isEqualTo(404);
        Letter copy = child.copy(house.plan()).with(json -> json.put("to", NEW));
        Answer refused = house.send(copy);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().path("type").asText()).endsWith(":refused");
    }

    @Test
    void takesBackWhatWasAskedInACaseOfAnAuthorityThatWasTakenOver() {
        ObjectNode json = TransferHouse.example("advice-request");
        json.put("caseReference", "EHC-" + UUID.randomUUID()).remove("documents");
        json.put("assessmentRequestedOn", house.today().toString());
        Letter before = child.asked(CLOSING, new Letter(json));
        house.days(3);
        Letter after = child.asked(OLD, before);
        child.transferred(after, "re-point");
        child.isWithdrawn(before);
        child.isWithdrawn(after);
        assertThat(house.isInInbox(NEW, house.sent(child.advice(after, OLD)))).isTrue();
        assertThat(child.file(OLD, child.reference(after)).at("/file/state").asText())
                .isEqualTo("closed");
    }
}
