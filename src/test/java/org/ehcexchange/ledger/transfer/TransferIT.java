package org.ehcexchange.ledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.ledger.transfer.TransferHouse.ELSEWHERE;
import static org.ehcexchange.ledger.transfer.TransferHouse.NEW;
import static org.ehcexchange.ledger.transfer.TransferHouse.OLD;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.held.Held;
import org.ehcexchange.ledger.transfer.TransferHouse.Letter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A plan moves from one authority to another, both served by one exchange.
class TransferIT {

    private static final String TAKEN_BACK =
            "Its sender took it back before anybody decided: there is nothing to decide any more.";
    private static final Held.Decision SEEN =
            new Held.Decision(new OrganisationCode(OLD), "Compared with the record");

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

    @Test
    void movesAPlanFromSentToAccepted() {
        Letter plan = house.sent(house.plan());
        assertThat(house.state(OLD, plan)).isEqualTo("sent");
        assertThat(house.isInInbox(NEW, plan)).isTrue();
        assertThat(house.clock(plan, "transfer")).startsWith("running");
        house.sent(house.received(plan));
        assertThat(house.state(NEW, plan)).isEqualTo("received");
        assertThat(house.clock(plan, "transfer")).startsWith("met");
        house.sent(house.accepted(plan));
        assertThat(house.state(OLD, plan)).isEqualTo("accepted");
    }

    @Test
    void startsTheNewAuthoritysClocksOnTheDayOfTheReceipt() {
        Letter plan = house.sent(house.plan());
        var day = house.today();
        house.sent(house.received(plan));
        house.days(2);
        assertThat(house.clock(plan, "tell-family")).isEqualTo("none");
        house.sent(house.accepted(plan));
        assertThat(house.clock(plan, "tell-family")).isEqualTo("running " + day.plusWeeks(6));
        assertThat(house.clock(plan, "review-by"))
                .isEqualTo("running " + day.plusMonths(3).minusDays(1));
    }

    @Test
    void listsTheConversationsOfItsKindAlone() {
        Letter plan = house.sent(house.plan());
        var transfers =
                house.calls()
                        .get(NEW, "/api/v1/conversations?limit=200&kind=plan-transfer")
                        .json()
                        .path("conversations");
        assertThat(transfers)
                .allSatisfy(one -> assertThat(one.path("kind").asText()).isEqualTo("plan-transfer"))
                .anySatisfy(
                        one -> assertThat(one.path("id").asText()).isEqualTo(plan.conversation()));
        assertThat(house.calls().get(NEW, "/api/v1/conversations?kind=advice").text())
                .doesNotContain(plan.conversation());
    }

    @Test
    void asksAndIsAnsweredWithACorrectedPlan() {
        Letter plan = house.sent(house.plan());
        house.sent(house.received(plan));
        Letter question = house.sent(house.answer("plan-queried", plan));
        assertThat(house.state(OLD, plan)).isEqualTo("queried");
        Letter anew = corrected(plan, question);
        house.sent(anew);
        assertThat(house.state(NEW, plan)).isEqualTo("sent");
        house.refuses(house.accepted(anew), 422, "/type", "cannot follow");
        house.sent(house.received(anew));
        house.refuses(house.accepted(plan), 422, "/inReplyTo", "as it was sent last");
        house.sent(house.accepted(anew));
        assertThat(house.state(OLD, plan)).isEqualTo("accepted");
    }

    private static Letter corrected(Letter plan, Letter question) {
        return house.now(plan.json().deepCopy().put("inReplyTo", question.id()));
    }

    @Test
    void keepsAReceiptOfAnEarlierPlanWithoutEffect() {
        Letter plan = house.sent(house.plan());
        Letter late = house.received(plan);
        house.sent(house.received(plan));
        Letter anew = corrected(plan, house.sent(house.answer("plan-queried", plan)));
        house.sent(anew);
        assertThat(house.send(late).json().path("status").asText()).isEqualTo("superseded");
        assertThat(house.state(OLD, plan)).isEqualTo("sent");
    }

    @Test
    void runsTheOldAuthoritysTimeOnWhenThePlanIsDeclined() {
        Letter plan = house.sent(house.plan());
        house.sent(house.received(plan));
        assertThat(clock(plan)).isEqualTo("met");

        house.sent(house.answer("plan-declined", plan));
        assertThat(house.state(OLD, plan)).isEqualTo("declined");
        assertThat(clock(plan)).isNotIn("met", "stopped");

        Letter anew = house.sent(elsewhere(plan));
        assertThat(clock(plan)).isEqualTo("stopped");
        assertThat(clock(anew)).isNotIn("met", "stopped");
    }

    @Test
    void callsAPlanBackUntilItIsAccepted() {
        Letter plan = house.sent(house.plan());
        house.sent(recall(plan));
        assertThat(house.state(NEW, plan)).isEqualTo("recalled");
        house.refuses(house.accepted(plan), 422, "/type", "the transfer is recalled");

        Letter kept = accepted();
        house.refuses(recall(kept), 422, "/type", "the transfer is accepted");
        house.refuses(
                house.answer("plan-declined", kept), 422, "/type", "the transfer is accepted");
    }

    @Test
    void letsAPlanThatWasCalledBackGoNowhere() {
        Letter plan = house.sent(house.plan());
        house.sent(recall(plan));

        var kept =
                house.calls()
                        .post(
                                OLD,
                                "/api/v1/conversations/" + plan.conversation() + "/withdraw",
                                "{\"reason\": \"The family stays.\"}");

        assertThat(kept.json().path("state").asText()).isEqualTo("kept");
        assertThat(clock(plan)).isEqualTo("stopped");
        house.sent(elsewhere(plan));
    }

    /// Of a plan that came from another exchange, and whose child a person here has yet to name.
    @Test
    void takesTheRecallOfAHeldPlanOnceAndFromItsOwnAuthorityAlone() {
        Letter plan = heldHere();
        Letter recall = from(ELSEWHERE, recall(plan));
        Held.Item item = house.held(plan.conversation()).orElseThrow();

        assertThat(house.take(from("LA:997", recall(plan))))
                .isInstanceOfSatisfying(
                        Outcome.NotAccepted.class,
                        not -> assertThat(not.fault()).isEqualTo(Arrival.Fault.NOT_FOUND));
        assertThat(house.held(plan.conversation())).isPresent();
        assertThat(house.take(recall)).isInstanceOf(Outcome.Accepted.class);
        assertThat(house.take(recall)).isInstanceOf(Outcome.AlreadyAccepted.class);
        assertThat(house.take(from(ELSEWHERE, recall(plan))))
                .isInstanceOfSatisfying(
                        Outcome.NotAccepted.class,
                        not -> assertThat(not.fault()).isEqualTo(Arrival.Fault.ILLEGAL_MOVE));

        assertThat(house.held(plan.conversation())).isEmpty();
        assertThat(house.bean(Held.class).release(item.id(), SEEN))
                .isEqualTo(new Held.Deciding.NotPossible(TAKEN_BACK));
        assertThat(house.bean(Held.class).reject(item.id(), SEEN))
                .isEqualTo(new Held.Deciding.NotPossible(TAKEN_BACK));
        assertThat(house.isInInbox(OLD, recall)).isFalse();
        assertThat(acts(plan)).containsExactly("accepted", "held", "taken-back");
    }

    /// Whoever decides and whoever takes back come at once.
    @Test
    void isRecalledWhicheverOfReleaseAndRecallComesFirst() throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 12; round++) {
                Letter plan = heldHere();
                Letter recall = from(ELSEWHERE, recall(plan));
                Held.Item item = house.held(plan.conversation()).orElseThrow();

                var released = two.submit(() -> house.bean(Held.class).release(item.id(), SEEN));
                var recalled = two.submit(() -> house.take(recall));

                assertThat(recalled.get()).isInstanceOf(Outcome.Accepted.class);
                assertThat(released.get()).isNotInstanceOf(Held.Deciding.NotFound.class);
                assertThat(stored(plan)).isEqualTo("recalled");
            }
        }
    }

    private static String stored(Letter plan) {
        return house.database()
                .sql("select state from conversation where id = ?::uuid")
                .param(plan.conversation())
                .query(String.class)
                .single();
    }

    private static List<String> acts(Letter plan) {
        return house.database()
                .sql("select act from audit where conversation_id = ?::uuid order by act, id")
                .param(plan.conversation())
                .query(String.class)
                .list();
    }

    private static Letter heldHere() {
        Letter plan = house.inDoubt(from(ELSEWHERE, house.plan()));
        assertThat(house.take(plan)).isInstanceOf(Outcome.Accepted.class);
        return plan;
    }

    private static Letter from(String other, Letter letter) {
        return letter.with(json -> json.put("from", other).put("to", OLD));
    }

    @Test
    void keepsAPlanThatIsHeldBeforeItLeaves() {
        Letter plan = house.inDoubt(house.plan());
        assertThat(house.take(plan)).isInstanceOf(Outcome.Accepted.class);
        assertThat(house.state(OLD, plan)).isEqualTo("held");
        Held.Item item = house.held(plan.conversation()).orElseThrow();
        String door = "/api/v1/conversations/" + plan.conversation() + "/withdraw";
        String why = "{\"reason\": \"The family stays\"}";

        house.refuses(recall(plan), 422, "/type", "the transfer is held");
        assertThat(house.calls().post(NEW, door, why).status()).isEqualTo(404);
        assertThat(house.calls().post(OLD, door, why).status()).isEqualTo(200);

        assertThat(house.state(OLD, plan)).isEqualTo("withdrawn");
        assertThat(house.bean(Held.class).release(item.id(), SEEN))
                .isEqualTo(new Held.Deciding.NotPossible(TAKEN_BACK));
        assertThat(house.isInInbox(NEW, plan)).isFalse();
        house.sent(anonymous(elsewhere(plan)));
    }

    private static Letter anonymous(Letter plan) {
        return plan.with(json -> ((ObjectNode) json.path("child")).remove("nhsNumber"));
    }

    private static Letter recall(Letter plan) {
        return house.answer("plan-recalled", plan);
    }

    private static Letter elsewhere(Letter plan) {
        return house.now(
                plan.json().deepCopy().put("conversationId", UUID.randomUUID().toString()));
    }

    private static String clock(Letter plan) {
        return house.calls()
                .get(OLD, "/api/v1/conversations/" + plan.conversation())
                .json()
                .at("/clocks/0/state")
                .asText();
    }

    @Test
    void changesNothingOnASecondAcceptance() {
        Letter plan = accepted();
        house.refuses(house.accepted(plan), 422, "/type", "the transfer is accepted");
    }

    private static Letter accepted() {
        Letter plan = house.sent(house.plan());
        house.sent(house.received(plan));
        house.sent(house.accepted(plan));
        return plan;
    }

    @Test
    void refusesAReceiptForSomethingElse() {
        Letter plan = house.sent(house.plan());
        house.refuses(
                house.received(plan).with(json -> json.put("sha256", "0".repeat(64))),
                422,
                "/sha256",
                "not the hash");
    }

    @Test
    void refusesAnAcceptanceBeforeTheReceiptAndByTheWrongAuthority() {
        Letter plan = house.sent(house.plan());
        house.refuses(house.accepted(plan), 422, "/type", "the transfer is sent");
        house.refuses(
                house.received(plan).with(json -> json.put("from", OLD).put("to", NEW)),
                422,
                "/type",
                "is for the new authority to send");
    }

    @Test
    void refusesAPlanThatMovesElsewhereAlready() {
        Letter plan = house.sent(house.plan());
        Letter second =
                house.now(
                        plan.json()
                                .deepCopy()
                                .put("to", "LA:997")
                                .put("conversationId", UUID.randomUUID().toString()));
        house.refuses(second, 409, "/plan/reference", "sent to LA:999 already");
    }

    @Test
    void refusesAPlanThatWasTransferred() {
        Letter plan = accepted();
        for (String to : List.of("LA:997", NEW)) {
            Letter second =
                    house.now(
                            plan.json()
                                    .deepCopy()
                                    .put("to", to)
                                    .put("conversationId", UUID.randomUUID().toString()));
            house.refuses(second, 409, "/plan/reference", "sent to LA:999 already");
        }
    }

    @Test
    void refusesADocumentThatWasNotUploaded() {
        String absent = UUID.randomUUID().toString();
        Letter plan = house.plan();
        ((ObjectNode) plan.json().at("/documents/0")).put("id", absent);
        ((ObjectNode) plan.json().at("/plan/appendices/0")).put("document", absent);
        house.refuses(plan, 422, "/documents/0/id", "holds no document of yours");
    }

    @Test
    void letsAPlanGoAgainThatCameBack() {
        Letter plan = accepted();
        Letter back = house.plan().with(json -> json.put("from", NEW).put("to", OLD));
        back = back.with(json -> json.remove("documents"));
        back = back.with(json -> ((ObjectNode) json.path("plan")).remove("appendices"));
        back = back.with(json -> ((ObjectNode) json.path("plan")).put("reference", plan.plan()));
        house.sent(back);
        house.sent(swapped(house.answer("plan-received", back), back));
        house.sent(swapped(house.accepted(back), back).with(json -> json.remove("sha256")));
        house.sent(
                house.now(
                        plan.json()
                                .deepCopy()
                                .put("conversationId", UUID.randomUUID().toString())));
    }

    private static Letter swapped(Letter answer, Letter plan) {
        return answer.with(json -> json.put("from", OLD).put("to", NEW))
                .with(
                        json ->
                                json.put(
                                        "sha256",
                                        house.database()
                                                .sql(
                                                        "select sha256 from plan_transfer where"
                                                                + " message_id = :id")
                                                .param("id", UUID.fromString(plan.id()))
                                                .query(String.class)
                                                .single()));
    }

    @Test
    void refusesWhoeverIsNoAuthorityOrUnknownOrTheSenderItself() {
        Letter plan = house.plan();
        house.refuses(
                plan.with(json -> json.put("to", "ODS:RN1")), 422, "/to", "not a local authority");
        house.refuses(
                plan.with(json -> json.put("to", "LA:123")), 422, "/to", "not in the directory");
        house.refuses(plan.with(json -> json.put("to", OLD)), 422, "/to", "its own sender");
    }

    @Test
    void refusesToHaveKnownInTheFuture() {
        house.refuses(
                house.plan()
                        .with(
                                json ->
                                        json.put("awareOn", house.today().plusDays(1).toString())
                                                .put("sentAt", "2030-01-01T09:00:00Z")),
                422,
                "/awareOn",
                "in the future");
    }

    @Test
    void refusesAPlanThatIsNotWhole() {
        house.refuses(
                house.plan().with(json -> ((ObjectNode) json.at("/plan/sections")).remove("F")),
                422,
                "/plan/sections/F",
                "missing");
        house.refuses(
                house.plan().with(json -> json.remove("documents")),
                422,
                "/plan/appendices/0/document",
                "names a document that is not among");
    }

    @Test
    void holdsAPlanForTheDayAndLetsItGoThenThoughItWasRestarted() {
        Letter plan =
                house.plan()
                        .with(
                                json ->
                                        json.put("movedOn", house.today().plusDays(30).toString())
                                                .put(
                                                        "sendOn",
                                                        house.today().plusDays(30).toString()));
        house.sent(plan);
        assertThat(house.state(OLD, plan)).isEqualTo("held-for-the-day");
        assertThat(house.state(NEW, plan)).isEqualTo("unseen");
        house.days(29);
        assertThat(house.isInInbox(NEW, plan)).isFalse();
        house.restart();
        assertThat(house.isInInbox(NEW, plan)).isFalse();
        house.days(1);
        assertThat(house.state(OLD, plan)).isEqualTo("sent");
        assertThat(house.isInInbox(NEW, plan)).isTrue();
        assertThat(house.clock(plan, "transfer")).startsWith("due-soon");
        assertThat(house.conversation(OLD, plan).text())
                .contains("due-soon: transfer is due on " + house.today());
        house.days(1);
        assertThat(house.clock(plan, "transfer")).startsWith("overdue");
        assertThat(house.conversation(OLD, plan).text()).contains("overdue: transfer was due on");
    }

    @Test
    void refusesToWaitUntilThePlanIsLate() {
        house.refuses(
                house.plan()
                        .with(json -> json.put("sendOn", house.today().plusDays(60).toString())),
                422,
                "/sendOn",
                "is due at the new authority on");
    }

    @Test
    void takesBackAPlanThatHasNotLeft() {
        String day = house.today().plusDays(3).toString();
        Letter plan =
                house.sent(house.plan().with(json -> json.put("movedOn", day).put("sendOn", day)));
        String door = "/api/v1/conversations/" + plan.conversation() + "/withdraw";
        String why = "{\"reason\": \"The family stays\"}";
        assertThat(house.calls().post(NEW, door, why).status()).isEqualTo(404);
        assertThat(house.calls().post(OLD, door, why).status()).isEqualTo(200);
        assertThat(house.calls().post(OLD, door, why).status()).isEqualTo(409);
        assertThat(house.state(OLD, plan)).isEqualTo("withdrawn");
        assertThat(house.clock(plan, "transfer")).startsWith("stopped");
        house.days(4);
        assertThat(house.isInInbox(NEW, plan)).isFalse();
        house.sent(
                house.now(
                        plan.json()
                                .deepCopy()
                                .put("conversationId", UUID.randomUUID().toString())));
    }

    @Test
    void givesBothAuthoritiesTheirHalfOfTheReturn() {
        Letter plan = accepted();
        String path = "/api/v1/sen2/transfers?year=" + house.today().getYear();
        String day = house.today().toString();
        assertThat(house.calls().get(OLD, path + "&format=csv").text().lines())
                .contains("left," + day + "," + plan.plan() + ",,5," + day + ",LA:999,");
        assertThat(house.calls().get(NEW, path, "Accept", "text/csv").text().lines())
                .contains("came," + day + "," + plan.plan() + ",,,,,LA:998");
        assertThat(house.calls().get(OLD, path).json().path("transfers"))
                .anySatisfy(
                        one -> {
                            assertThat(one.path("planReference").asText()).isEqualTo(plan.plan());
                            assertThat(one.path("ceaseReason").asInt()).isEqualTo(5);
                        });
        assertThat(house.calls().get("LA:997", path).json().path("transfers")).isEmpty();
    }
}
