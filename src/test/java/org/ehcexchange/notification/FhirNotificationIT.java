package org.ehcexchange.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.notification.NotificationHouse.NEW;
import static org.ehcexchange.notification.NotificationHouse.NEW_AUTHORITY;
import static org.ehcexchange.notification.NotificationHouse.OLD;
import static org.ehcexchange.notification.NotificationHouse.OLD_AUTHORITY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.testing.Calls.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// The same over FHIR, by commissioners that poll.
class FhirNotificationIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("mappings/health/examples");

    @TempDir static Path folder;
    private static NotificationHouse house;

    @BeforeAll
    static void start() {
        house = new NotificationHouse(folder, "fhir-poll");
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static ObjectNode moved() {
        return house.sent(house.plan(OLD_AUTHORITY, NEW_AUTHORITY));
    }

    /// The Task of a conversation among those that a body is shown.
    private static JsonNode task(String reader, String by, String conversation) {
        String ods = reader.substring("ODS:".length());
        JsonNode found = house.calls().get(reader, "/fhir/Task?%s=%s".formatted(by, ods)).json();
        for (JsonNode entry : found.path("entry")) {
            if (entry.at("/resource/id").asText().equals(conversation)) {
                return entry.path("resource");
            }
        }
        return JSON.missingNode();
    }

    private static String input(JsonNode task, String type) {
        for (JsonNode input : task.path("input")) {
            if (input.at("/type/coding/0/code").asText().equals(type)) {
                return input.path("valueString").asText(input.path("valueDate").asText());
            }
        }
        return "";
    }

    @Test
    void showsTheOldCommissionerTheCopyOfThePlan() {
        ObjectNode plan = moved();
        JsonNode change = house.change(plan, OLD);
        JsonNode copy = JSON.missingNode();
        for (JsonNode entry : house.calls().get(OLD, "/fhir/Task?owner=QN1").json().path("entry")) {
            boolean same = entry.toString().contains(plan.at("/plan/reference").asText());
            copy = same ? entry.path("resource") : copy;
        }
        assertThat(change.path("state").asText()).isEqualTo("waiting");
        assertThat(copy.at("/code/coding/0/code").asText()).isEqualTo("accept-plan-copy");
        assertThat(input(copy, "section-c")).isEqualTo(plan.at("/plan/sections/C").asText());
        assertThat(copy.toString())
                .contains("section-g")
                .doesNotContain("section-a")
                .doesNotContain("section-f");
    }

    @Test
    void isToldNotedAndSeenToBeNotedByPolling() {
        JsonNode change = house.approved(moved());
        String id = change.path("id").asText();
        JsonNode told = task(NEW, "owner", id);
        assertThat(told.path("status").asText()).isEqualTo("requested");
        assertThat(told.at("/restriction/period/end").asText())
                .isEqualTo(change.path("dueOn").asText());
        assertThat(input(told, "section-g")).isNotEmpty();
        assertThat(told.at("/focus/reference").asText()).isEqualTo("#focus");
        assertThat(house.clock(id, "ccg-move")).startsWith("met");
        assertThat(task(OLD, "requester", id).path("status").asText()).isEqualTo("requested");
        ok(reply("commissioner-noted.from.as-written", id));
        assertThat(house.state(OLD, id)).isEqualTo("noted");
        JsonNode noted = task(OLD, "requester", id);
        assertThat(noted.at("/businessStatus/coding/0/code").asText()).isEqualTo("noted");
        assertThat(noted.at("/output/0/type/coding/0/code").asText()).isEqualTo("noted-date");
        assertThat(task(NEW, "owner", id).at("/businessStatus/coding/0/code").asText())
                .isEqualTo("noted");
        assertThat(house.calls().get(NEW, "/fhir/ServiceRequest/" + id).status()).isEqualTo(404);
    }

    @Test
    void isToldThatAnotherIsResponsible() {
        JsonNode change = house.approved(moved());
        String id = change.path("id").asText();
        task(NEW, "owner", id);
        ok(reply("commissioner-not-responsible.from.as-written", id));
        assertThat(house.state(OLD, id)).isEqualTo("not-responsible");
        assertThat(task(OLD, "requester", id).at("/statusReason/coding/0/code").asText())
                .isEqualTo("not-responsible-body");
        assertThat(house.clock(id, "ccg-move")).startsWith("running");
    }

    @Test
    void asksTheAuthorityWhateverBodyTheAnswerIsAddressedTo() {
        JsonNode change = house.approved(moved());
        String id = change.path("id").asText();
        task(NEW, "owner", id);
        ok(reply("provision-not-practicable.from.as-written", id));
        assertThat(house.state(OLD, id)).isEqualTo("not-practicable");
        String asking =
                house.database()
                        .sql(
                                "select v.id from conversation v join message m on"
                                    + " m.conversation_id = v.id where v.kind = 'provision-request'"
                                    + " and m.in_reply_to = :told")
                        .param("told", told(id))
                        .query(String.class)
                        .single();
        assertThat(house.collect(NEW_AUTHORITY, asking, true).path("requests").asText())
                .isEqualTo("review");
        assertThat(house.clock(asking, "ccg-cannot")).startsWith("met");
    }

    @Test
    void takesANotificationFromTheOldCommissionersOwnSystem() {
        ObjectNode bundle = example("commissioner-notification.from.change-of-gp");
        String id = UUID.randomUUID().toString();
        about(bundle, house.plan(OLD_AUTHORITY, NEW_AUTHORITY));
        named(bundle, "ZL998", "ZLA998");
        ok(post(OLD, now(bundle), id));
        assertThat(house.state(OLD, id)).isEqualTo("notified");
        assertThat(house.clock(id, "ccg-other")).isNotEqualTo("none");
        JsonNode told = task(NEW, "owner", id);
        assertThat(told.at("/reasonCode/coding/0/code").asText()).isEqualTo("other");
    }

    @Test
    void refusesWhatIsMoreThanANotification() {
        ObjectNode bundle = example("commissioner-notification.from.more-than-may-go");
        about(bundle, house.plan(OLD_AUTHORITY, NEW_AUTHORITY));
        named(bundle, "ZL998", "ZLA998");
        named(bundle, "ZL999", "ZLA999");
        Answer answer = post(OLD, now(bundle), UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains("Bundle.entry[2].resource.input[7]");
    }

    @Test
    void refusesAnAnswerByAnotherBody() {
        JsonNode change = house.approved(moved());
        String id = change.path("id").asText();
        ObjectNode noted = answered("commissioner-noted.from.as-written", id);
        named(noted, "QS1", "QE1");
        Answer answer = post(NotificationHouse.OTHER, noted, id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
    }

    private static Answer reply(String example, String conversation) {
        return post(NEW, answered(example, conversation), conversation);
    }

    private static ObjectNode answered(String example, String conversation) {
        ObjectNode bundle = example(example);
        JsonNode patient = task(NEW, "owner", conversation).path("contained").path(0);
        bundle.path("entry")
                .forEach(
                        entry -> {
                            ObjectNode resource = (ObjectNode) entry.path("resource");
                            switch (resource.path("resourceType").asText()) {
                                case "Patient" -> copy(patient, resource);
                                case "MessageHeader" ->
                                        ((ObjectNode) resource.path("response"))
                                                .put("identifier", told(conversation).toString());
                                case "Task" -> conversation(resource, conversation);
                                default -> {
                                    // Organisations stay.
                                }
                            }
                        });
        named(bundle, "ZL999", "ZLA999");
        return now(bundle);
    }

    private static void copy(JsonNode patient, ObjectNode to) {
        to.setAll((ObjectNode) patient.deepCopy());
        to.remove("id");
    }

    private static void conversation(ObjectNode task, String conversation) {
        ((ObjectNode) task.path("groupIdentifier")).put("value", conversation);
        task.remove("authoredOn");
        task.remove("lastModified");
        for (JsonNode output : task.path("output")) {
            if (output.has("valueDate")) {
                ((ObjectNode) output).put("valueDate", house.today().toString());
            }
        }
    }

    private static UUID told(String conversation) {
        return house.database()
                .sql("select request_id from conversation where id = :id")
                .param("id", UUID.fromString(conversation))
                .query(UUID.class)
                .single();
    }

    /// The child of a plan, and today.
    private static void about(ObjectNode bundle, ObjectNode plan) {
        for (JsonNode entry : bundle.path("entry")) {
            ObjectNode resource = (ObjectNode) entry.path("resource");
            if (resource.path("resourceType").asText().equals("Patient")) {
                resource.put("birthDate", plan.at("/child/dateOfBirth").asText());
                ((ObjectNode) resource.at("/identifier/0"))
                        .put("value", plan.at("/child/nhsNumber").asText());
            }
            if (resource.path("resourceType").asText().equals("Task")) {
                resource.remove("groupIdentifier");
                resource.remove("authoredOn");
                resource.remove("lastModified");
            }
        }
    }

    private static void named(ObjectNode bundle, String ods, String here) {
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode id = entry.at("/resource/identifier/0");
            if (id.path("value").asText().equals(ods)) {
                ((ObjectNode) id).put("value", here);
            }
        }
    }

    private static ObjectNode now(ObjectNode bundle) {
        String id = UUID.randomUUID().toString();
        bundle.put("id", id);
        ((ObjectNode) bundle.path("identifier")).put("value", id);
        bundle.put("timestamp", house.now(bundle.objectNode()).path("sentAt").asText());
        return bundle;
    }

    private static Answer post(String as, ObjectNode bundle, String conversation) {
        return house.calls()
                .post(
                        as,
                        "/fhir/$process-message",
                        BodyPublishers.ofString(bundle.toString()),
                        "Content-Type",
                        "application/fhir+json",
                        "X-Request-Id",
                        bundle.path("id").asText(),
                        "X-Correlation-Id",
                        conversation);
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static ObjectNode example(String name) {
        try {
            return (ObjectNode)
                    JSON.readTree(Files.readString(EXAMPLES.resolve(name + "/input.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
