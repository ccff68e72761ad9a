package org.ehcexchange.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.notification.NotificationHouse.BY_ITSELF;
import static org.ehcexchange.notification.NotificationHouse.NEW;
import static org.ehcexchange.notification.NotificationHouse.NEW_AUTHORITY;
import static org.ehcexchange.notification.NotificationHouse.OLD;
import static org.ehcexchange.notification.NotificationHouse.OLD_AUTHORITY;
import static org.ehcexchange.notification.NotificationHouse.OTHER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.testing.Calls.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;

/// The old commissioner tells the new one, when a plan moves and when the commissioner changes
/// otherwise.
class NotificationIT {

    @TempDir static Path folder;
    private static NotificationHouse house;

    @BeforeAll
    static void start() {
        house = new NotificationHouse(folder, "canonical-pull");
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static ObjectNode moved() {
        return house.sent(house.plan(OLD_AUTHORITY, NEW_AUTHORITY));
    }

    private static String id(JsonNode change) {
        return change.path("id").asText();
    }

    @Test
    void tellsTheOldCommissionerAtOnceAndPreparesItsNotification() {
        ObjectNode plan = moved();
        JsonNode change = house.change(plan, OLD);
        assertThat(change.path("state").asText()).isEqualTo("waiting");
        assertThat(change.path("from").asText()).isEqualTo(OLD);
        assertThat(change.path("to").asText()).isEqualTo(NEW);
        assertThat(house.state(OLD, id(change))).isEqualTo("prepared");
        assertThat(house.state(NEW, id(change))).isEqualTo("unseen");
        assertThat(told(plan).at("/plan/sections").properties().stream().map(e -> e.getKey()))
                .containsExactly("C", "G");
        assertThat(house.conversation(OLD_AUTHORITY, plan.path("conversationId").asText()).text())
                .contains("commissioner-told");
    }

    private static JsonNode told(ObjectNode plan) {
        for (JsonNode item :
                house.calls().get(OLD, "/api/v1/inbox?limit=200").json().path("items")) {
            JsonNode message = item.path("message");
            if (message.at("/plan/reference").equals(plan.at("/plan/reference"))) {
                return message;
            }
        }
        throw new AssertionError("the old commissioner was not told");
    }

    @Test
    void sendsNothingButSectionsCAndGOnceItIsApproved() {
        ObjectNode plan = moved();
        JsonNode change = house.approved(plan);
        assertThat(change.path("state").asText()).isEqualTo("sent");
        JsonNode message = house.collected(NEW, change);
        assertThat(message.path("type").asText()).isEqualTo("commissioner-notification");
        assertThat(message.path("sections").properties()).hasSize(2);
        assertThat(message.at("/authorities/new").asText()).isEqualTo(NEW_AUTHORITY);
        assertThat(message.path("child").has("postcode")).isFalse();
        assertThat(message.has("documents")).isFalse();
        assertThat(message.toString()).doesNotContain("mainstream").doesNotContain("drawing");
    }

    @Test
    void countsFromTheDayItIsToldAndIsMetWhenTheNewCommissionerHasIt() {
        ObjectNode plan = moved();
        JsonNode change = house.approved(plan);
        String due =
                house.due(
                        "ccg-move",
                        "movedOn=%s&awareOn=%s".formatted(house.today(), house.today()));
        assertThat(house.clock(id(change), "ccg-move")).isEqualTo("running " + due);
        assertThat(change.path("dueOn").asText()).isEqualTo(due);
        house.collected(NEW, change);
        assertThat(house.clock(id(change), "ccg-move")).isEqualTo("met " + due);
    }

    @Test
    void closesWhenTheNewCommissionerTakesNote() {
        JsonNode change = house.approved(moved());
        JsonNode message = house.collected(NEW, change);
        house.sent(house.answer("commissioner-noted", message));
        assertThat(house.state(OLD, id(change))).isEqualTo("noted");
        assertThat(house.collected(OLD, change).path("type").asText())
                .isEqualTo("commissioner-noted");
    }

    @Test
    void endsTheDutyOnlyForAReasonThatMakesItFallAway() {
        ObjectNode plan = moved();
        JsonNode change = house.change(plan, OLD);
        house.refuses(house.dismiss(OLD, change, "prepared-twice"), 422, "/because", "no other");
        house.refuses(house.dismiss(OLD, change, "too-busy"), 422, "/because", "");
        assertThat(house.dismiss(OLD_AUTHORITY, change, "child-did-not-move").status())
                .isEqualTo(404);

        var done = house.dismiss(OLD, change, "commissioner-did-not-change");

        assertThat(done.json().path("state").asText()).as(done.text()).isEqualTo("dismissed");
        assertThat(done.json().path("clock").asText()).isEqualTo("stopped");
        assertThat(house.state(OLD, id(change))).isEqualTo("dismissed");
        assertThat(house.conversation(OLD_AUTHORITY, plan.path("conversationId").asText()).text())
                .contains("notification-dismissed")
                .doesNotContain("Dr A. Example");
        assertThat(house.approve(OLD, change).status()).isEqualTo(409);
        assertThat(house.dismiss(OLD, change, "child-did-not-move").status()).isEqualTo(409);
    }

    @Test
    void refusesASecondApprovalAndAnotherBodys() {
        JsonNode change = house.approved(moved());
        assertThat(house.approve(OLD, change).status()).isEqualTo(409);
        assertThat(house.approve(NEW, change).status()).isEqualTo(404);
        assertThat(house.approve(OLD_AUTHORITY, change).status()).isEqualTo(404);
        house.refuses(
                house.approve(OLD, house.change(moved(), OLD), "{\"why\":1}"),
                422,
                "/approvedBy",
                "missing");
    }

    @Test
    void goesByItselfWhereTheDirectorySaysSo() {
        ObjectNode plan = house.sent(house.plan("LA:996", NEW_AUTHORITY));
        JsonNode change = house.change(plan, BY_ITSELF);
        assertThat(change.path("state").asText()).isEqualTo("sent");
        assertThat(change.has("approvedBy")).isFalse();
        assertThat(house.state(BY_ITSELF, id(change))).isEqualTo("notified");
    }

    @Test
    void tellsNobodyWhereTheSameCommissionerIsResponsibleAndSaysWhy() {
        ObjectNode plan = house.plan(OLD_AUTHORITY, "LA:997");
        plan.putObject("commissioners").put("old", "ODS:01N").put("new", OLD);
        house.sent(plan);
        JsonNode change = house.change(plan, OLD_AUTHORITY);
        assertThat(change.path("state").asText()).isEqualTo("nothing-to-send");
        assertThat(house.conversation(OLD_AUTHORITY, plan.path("conversationId").asText()).text())
                .contains("nothing-to-send: ODS:QN1 is responsible before and after")
                .contains("ODS:01N and ODS:QN1 are ODS:QN1 today");
        assertThat(house.clock(id(change), "ccg-move")).isEqualTo("none");
    }

    @Test
    void resolvesAClosedCodeToItsSuccessor() {
        ObjectNode plan = house.plan(OLD_AUTHORITY, NEW_AUTHORITY);
        plan.putObject("commissioners").put("old", "ODS:01N").put("new", "ODS:01S");
        JsonNode change = house.change(house.sent(plan), OLD);
        assertThat(change.path("to").asText()).isEqualTo(NEW);
    }

    @Test
    void letsThePersonSayWhoItIsWhereTheDirectoryCannot() {
        JsonNode change = house.change(house.sent(house.plan(OLD_AUTHORITY, "LA:995")), OLD);
        assertThat(change.path("reason").asText()).contains("several commissioners serve LA:995");
        house.refuses(house.approve(OLD, change), 422, "/to", "nobody can say");
        house.refuses(named(change, OLD), 422, "/to", "is the old commissioner itself");
        house.refuses(named(change, OLD_AUTHORITY), 422, "/to", "is not a health commissioner");
        assertThat(named(change, OTHER).status()).isEqualTo(200);
        assertThat(house.collected(OTHER, change).path("to").asText()).isEqualTo(OTHER);
    }

    private static Answer named(JsonNode change, String to) {
        return house.approve(
                OLD, change, "{\"approvedBy\":\"Dr A. Example\",\"to\":\"%s\"}".formatted(to));
    }

    @Test
    void keepsTheDutyWithTheOldCommissionerWhereItToldTheWrongBody() {
        JsonNode change = house.approved(moved());
        String due = change.path("dueOn").asText();
        JsonNode message = house.collected(NEW, change);
        ObjectNode not = house.answer("commissioner-not-responsible", message);
        house.sent(not.put("responsible", OTHER));
        assertThat(house.state(OLD, id(change))).isEqualTo("not-responsible");
        assertThat(house.clock(id(change), "ccg-move")).isEqualTo("running " + due);
        JsonNode again = house.calls().get(OLD, "/api/v1/notifications/" + id(change)).json();
        assertThat(again.at("/change/state").asText()).isEqualTo("waiting");
        assertThat(again.at("/change/to").asText()).isEqualTo(OTHER);
        assertThat(house.collected(OLD, change).path("type").asText())
                .isEqualTo("commissioner-not-responsible");
        assertThat(house.approve(OLD, change).status()).isEqualTo(200);
        house.collected(OTHER, change);
        assertThat(house.clock(id(change), "ccg-move")).isEqualTo("met " + due);
        assertThat(house.state(NEW, id(change))).isEqualTo("unseen");
        house.refuses(
                house.send(house.answer("commissioner-noted", message)), 404, "/inReplyTo", "");
    }

    @Test
    void makesAnAnswerThatProvisionIsNotPracticableARequestOfTheAuthority() {
        JsonNode change = house.approved(moved());
        JsonNode message = house.collected(NEW, change);
        ObjectNode cannot = house.answer("provision-not-practicable", message);
        Answer receipt = house.send(cannot.put("to", OLD));
        assertThat(receipt.status()).as(receipt.text()).isEqualTo(202);
        assertThat(house.state(OLD, id(change))).isEqualTo("not-practicable");
        String asking = receipt.json().path("conversationId").asText();
        assertThat(house.clock(asking, "ccg-cannot")).startsWith("running");
        JsonNode request = house.collect(NEW_AUTHORITY, asking, true);
        assertThat(request.path("to").asText()).isEqualTo(NEW_AUTHORITY);
        assertThat(house.clock(asking, "ccg-cannot"))
                .isEqualTo("met " + house.due("ccg-cannot", "awareOn=" + house.today()));
        assertThat(house.state(NEW_AUTHORITY, asking)).isEqualTo("must-comply");
        assertThat(house.state(NEW, asking)).isEqualTo("must-comply");
        assertThat(house.state(OLD, asking)).isEqualTo("unseen");
        refusesToDecline(request);
    }

    private static void refusesToDecline(JsonNode request) {
        for (String example :
                new String[] {"advice-return.declined", "commissioner-not-responsible"}) {
            ObjectNode decline = house.answer(example, request);
            house.refuses(
                    house.send(decline.put("to", NEW)),
                    422,
                    "/type",
                    "the authority must comply with a commissioner's request for an assessment or a"
                            + " review (SEND Regulations 2014, reg. 16)");
        }
    }

    @Test
    void refusesAnAnswerOfAnotherBodyAndASecondOne() {
        JsonNode change = house.approved(moved());
        JsonNode message = house.collected(NEW, change);
        ObjectNode noted = house.answer("commissioner-noted", message);
        house.refuses(
                house.send(noted.deepCopy().put("from", OTHER)),
                404,
                "/inReplyTo",
                "no notification");
        house.sent(noted);
        house.refuses(
                house.send(house.answer("commissioner-noted", message)),
                422,
                "/type",
                "cannot follow: the notification is noted");
    }

    @Test
    void startsAChangeOfGpByTheWordOfTheAuthority() {
        ObjectNode plan = moved();
        house.change(plan, OLD);
        String body = other(plan, OLD_AUTHORITY).toString();
        Answer started = house.calls().post(OLD_AUTHORITY, "/api/v1/notifications", body);
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        assertThat(started.json().path("state").asText()).isEqualTo("waiting");
        assertThat(house.clock(id(started.json()), "ccg-other"))
                .isEqualTo("running " + house.due("ccg-other", "awareOn=" + house.today()));
        assertThat(house.calls().post(OLD_AUTHORITY, "/api/v1/notifications", body).status())
                .isEqualTo(200);
        assertThat(
                        house.calls()
                                .post(
                                        OLD_AUTHORITY,
                                        "/api/v1/notifications",
                                        body.replace(OTHER, NEW))
                                .status())
                .isEqualTo(409);
        assertThat(house.approve(OLD, started.json()).status()).isEqualTo(200);
        assertThat(house.collected(OTHER, started.json()).path("cause").asText())
                .isEqualTo("other");
    }

    private static ObjectNode other(ObjectNode plan, String from) {
        ObjectNode body = house.now(plan.objectNode());
        body.remove("messageId");
        body.remove("sentAt");
        return body.put("id", UUID.randomUUID().toString())
                .put("plan", plan.at("/plan/reference").asText())
                .put("to", OTHER)
                .put("changedOn", house.today().toString());
    }

    @Test
    void startsAChangeOfGpByTheWordOfTheOldCommissioner() {
        ObjectNode plan = moved();
        house.change(plan, OLD);
        ObjectNode body = other(plan, OLD).put("awareOn", house.today().minusDays(3).toString());
        Answer started = house.calls().post(OLD, "/api/v1/notifications", body.toString());
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        assertThat(house.clock(id(started.json()), "ccg-other"))
                .endsWith(house.due("ccg-other", "awareOn=" + house.today().minusDays(3)));
    }

    @Test
    void refusesToStartWhatCannotBe() {
        ObjectNode plan = moved();
        house.change(plan, OLD);
        ObjectNode body = other(plan, OLD).put("awareOn", house.today().plusDays(1).toString());
        house.refuses(start(OLD, body), 422, "/awareOn", "in the future");
        house.refuses(start(OLD, other(plan, OLD).put("plan", "EHCP-0")), 422, "/plan", "no plan");
        house.refuses(start(OTHER, other(plan, OLD).put("to", NEW)), 422, "/plan", "no plan");
        house.refuses(start(OLD, other(plan, OLD).put("to", OLD)), 422, "/to", "itself");
        house.refuses(
                start(OLD, other(plan, OLD).put("to", OLD_AUTHORITY)),
                422,
                "/to",
                "is not a health commissioner");
    }

    private static Answer start(String as, ObjectNode body) {
        return house.calls().post(as, "/api/v1/notifications", body.toString());
    }

    @Test
    void takesANotificationFromTheCommissionersOwnSystem() {
        ObjectNode own = house.sent(house.notification(house.plan(OLD_AUTHORITY, NEW_AUTHORITY)));
        String conversation = own.path("conversationId").asText();
        assertThat(house.state(OLD, conversation)).isEqualTo("notified");
        assertThat(house.clock(conversation, "ccg-move")).startsWith("running");
        house.collect(NEW, conversation, true);
        assertThat(house.clock(conversation, "ccg-move")).startsWith("met");
    }

    @Test
    void letsTheCommissionersOwnNotificationTakeThePlaceOfThePreparedOne() {
        ObjectNode plan = moved();
        JsonNode change = house.change(plan, OLD);
        house.sent(house.notification(plan));
        assertThat(house.change(plan, OLD).path("state").asText()).isEqualTo("overtaken");
        assertThat(house.state(OLD, id(change))).isEqualTo("overtaken");
        assertThat(house.clock(id(change), "ccg-move")).startsWith("stopped");
        assertThat(house.approve(OLD, change).status()).isEqualTo(409);
    }

    @Test
    void letsTheLatestOfTwoNotificationsWinWhicheverComesFirst() {
        ObjectNode child = house.plan(OLD_AUTHORITY, NEW_AUTHORITY);
        ObjectNode early = house.notification(child).put("sentAt", "2026-01-05T09:00:00Z");
        ObjectNode late = house.notification(child);
        early.put("awareOn", "2026-01-05").put("movedOn", "2026-01-05");
        house.sent(late);
        assertThat(house.send(early).json().path("status").asText()).isEqualTo("superseded");
        assertThat(house.state(OLD, early.path("conversationId").asText())).isEqualTo("overtaken");
        assertThat(house.collect(NEW, early.path("conversationId").asText(), false).isMissingNode())
                .isTrue();
        ObjectNode last = house.notification(child).put("to", OTHER);
        last.put(
                "sentAt", "2030-01-01T00:00:00Z".replace("2030", house.today().getYear() + 1 + ""));
        house.sent(last);
        assertThat(house.state(OLD, late.path("conversationId").asText())).isEqualTo("overtaken");
        assertThat(house.state(OLD, last.path("conversationId").asText())).isEqualTo("notified");
    }

    @Test
    void writesNoAddressBack() {
        ObjectNode plan = moved();
        ObjectNode own = house.notification(plan);
        ((ObjectNode) own.path("child")).put("postcode", "ZZ99 9ZZ");
        house.sent(own);
        assertThat(
                        house.database()
                                .sql("select postcode from child where nhs_number = :number")
                                .param("number", plan.at("/child/nhsNumber").asText())
                                .query(String.class)
                                .single())
                .isEqualTo(plan.at("/child/postcode").asText());
    }

    @Test
    void refusesANotificationThatCannotBe() {
        ObjectNode own = house.notification(house.plan(OLD_AUTHORITY, NEW_AUTHORITY));
        ObjectNode future = own.deepCopy().put("awareOn", house.today().plusDays(1).toString());
        house.refuses(
                house.send(future.put("sentAt", "2035-01-01T09:00:00Z")),
                422,
                "/awareOn",
                "in the future");
        house.refuses(house.send(own.deepCopy().put("to", OLD)), 422, "/to", "its own sender");
        house.refuses(
                house.send(own.deepCopy().put("to", "ODS:01N")),
                422,
                "/to",
                "is responsible before and after");
        house.refuses(
                house.send(own.deepCopy().put("to", NEW_AUTHORITY)),
                422,
                "/to",
                "is not a health commissioner");
    }

    @Test
    void remindsTwiceAndSaysWhenItIsLate() {
        JsonNode change = house.change(moved(), OLD);
        JsonNode working =
                house.working(
                        "ccg-move",
                        "movedOn=%s&awareOn=%s".formatted(house.today(), house.today()));
        house.until(LocalDate.parse(working.at("/reminders/0").asText()));
        assertThat(reminders(change)).isEqualTo(1);
        house.until(LocalDate.parse(working.at("/reminders/1").asText()));
        assertThat(reminders(change)).isEqualTo(2);
        house.until(LocalDate.parse(working.path("dueOn").asText()).plusDays(1));
        assertThat(house.clock(id(change), "ccg-move")).startsWith("overdue");
        assertThat(house.conversation(OLD, id(change)).text())
                .contains("reminded: the new commissioner is to be told by")
                .contains("overdue: ccg-move was due on");
    }

    private static int reminders(JsonNode change) {
        return house.calls()
                .get(OLD, "/api/v1/notifications/" + id(change))
                .json()
                .at("/change/reminders")
                .asInt();
    }

    @Test
    void doesWhatWasLeftUndoneWhenItIsStartedAnew() {
        ObjectNode plan = moved();
        JsonNode change = house.change(plan, OLD);
        house.database()
                .sql(
                        "update commissioner_change set state = 'approved', approved_by = 'Dr A."
                                + " Example', approved_at = heard_at where id = :id")
                .param("id", UUID.fromString(id(change)))
                .update();
        ObjectNode other = moved();
        house.database()
                .sql("update commissioner_change set state = 'heard' where plan_reference = :plan")
                .param("plan", other.at("/plan/reference").asText())
                .update();
        house.restart();
        assertThat(house.change(plan, OLD).path("state").asText()).isEqualTo("sent");
        assertThat(house.change(other, OLD).path("state").asText()).isEqualTo("waiting");
    }
}
