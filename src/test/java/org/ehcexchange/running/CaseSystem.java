package org.ehcexchange.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Calls.Answer;
import org.ehcexchange.testing.Heap;
import org.ehcexchange.testing.LargePdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// An authority's case system: it talks to its own exchange, and to no other, over HTTP.
public final class CaseSystem {

    private static final Duration SOON = Duration.ofSeconds(120);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("mappings/canonical/examples");

    private final OrganisationCode code;
    private final Calls calls;

    /// @param url of its exchange
    public CaseSystem(String url, OrganisationCode code) {
        this.code = code;
        this.calls = new Calls(url, "correct-horse");
    }

    /// A document of so many bytes.
    public DocumentReference upload(long size, Heap heap) {
        Answer answer =
                calls.post(
                        code.value(),
                        "/api/v1/documents?title=Advice",
                        "application/pdf",
                        BodyPublishers.ofInputStream(() -> new LargePdf(size, heap)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode stored = answer.json();
        return new DocumentReference(
                UUID.fromString(stored.path("id").asText()),
                "Advice",
                stored.path("mediaType").asText(),
                stored.path("size").asLong(),
                stored.path("sha256").asText(),
                null);
    }

    /// A plan that is on its way as soon as this returns.
    public ObjectNode sendPlan(OrganisationCode to, DocumentReference... documents) {
        return sent(Transfers.json(code, to, List.of(documents)));
    }

    /// A plan of the child with this NHS number.
    public ObjectNode sendPlanOf(String nhsNumber, OrganisationCode to) {
        ObjectNode plan = Transfers.json(code, to, List.of());
        ((ObjectNode) plan.path("child"))
                .put("reference", "C-" + UUID.randomUUID())
                .put("nhsNumber", nhsNumber)
                .remove("postcode");
        return sent(plan);
    }

    /// Puts a child on record with this NHS number, who was born on another day than plans say.
    public void knows(String nhsNumber) {
        UUID reference = UUID.randomUUID();
        String child =
                """
                {"child": {"reference": "C-%1$s", "nhsNumber": "%2$s", "familyName": "Sandpiper",
                  "givenNames": ["Robin"], "dateOfBirth": "2014-03-02"}}
                """
                        .formatted(reference, nhsNumber);
        Answer answer = calls.put(code.value(), "/api/v1/cases/EHC-" + reference, child);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 202);
    }

    /// Under which id this authority's exchange holds a plan, as soon as it does.
    public String held(JsonNode plan) {
        await("held at " + code)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !heldNow(plan).isEmpty());
        return heldNow(plan);
    }

    private String heldNow(JsonNode plan) {
        for (JsonNode item : get("/api/v1/held?limit=200").json().path("items")) {
            if (item.path("conversationId").asText().equals(conversation(plan))) {
                return item.path("id").asText();
            }
        }
        return "";
    }

    /// @param verdict `release` or `reject`
    public Answer decide(String verdict, String held) {
        return calls.post(
                code.value(),
                "/api/v1/held/%s/%s".formatted(held, verdict),
                "{\"reason\": \"Compared with the record\"}");
    }

    /// The plan as it is now, in answer to the question that was asked about it.
    public ObjectNode sendAnew(ObjectNode plan, String question) {
        ObjectNode anew = plan.deepCopy();
        anew.put("messageId", UUID.randomUUID().toString()).put("inReplyTo", question);
        anew.put("sentAt", Transfers.now());
        ((ObjectNode) anew.at("/plan/sections")).put("F", "A key adult, 20 hours each week.");
        return sent(anew);
    }

    public ObjectNode accept(ObjectNode plan) {
        return sent(acceptance(plan));
    }

    public ObjectNode acceptance(ObjectNode plan) {
        return answer("plan-accepted", plan)
                .put("acceptedOn", LondonDay.of(Neighbour.now()).toString());
    }

    /// What an exchange says by itself.
    public ObjectNode receipt(ObjectNode plan, String sha256) {
        return answer("plan-received", plan).put("sha256", sha256);
    }

    public ObjectNode ask(ObjectNode plan) {
        return sent(answer("plan-queried", plan));
    }

    public ObjectNode decline(ObjectNode plan) {
        return sent(answer("plan-declined", plan));
    }

    /// Calls a plan back that this authority sent.
    public ObjectNode recall(ObjectNode plan) {
        return sent(answer("plan-recalled", plan).put("to", plan.path("to").asText()));
    }

    /// The same plan, in another conversation.
    public ObjectNode sendAgain(ObjectNode plan) {
        ObjectNode anew = plan.deepCopy();
        anew.put("messageId", UUID.randomUUID().toString());
        anew.put("conversationId", UUID.randomUUID().toString());
        anew.put("sentAt", Transfers.now());
        return sent(anew);
    }

    private ObjectNode answer(String example, ObjectNode plan) {
        ObjectNode json = example(example);
        json.put("messageId", UUID.randomUUID().toString());
        json.put("conversationId", conversation(plan));
        json.put("inReplyTo", plan.path("messageId").asText());
        json.put("sentAt", Transfers.now());
        json.put("from", code.value()).put("to", plan.path("from").asText());
        json.set("child", plan.path("child").deepCopy());
        return json;
    }

    private static ObjectNode example(String name) {
        try {
            return (ObjectNode) JSON.readTree(EXAMPLES.resolve(name + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer send(JsonNode message) {
        return calls.post(code.value(), "/api/v1/messages", message.toString());
    }

    private ObjectNode sent(ObjectNode message) {
        Answer answer = send(message);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return message;
    }

    /// How a conversation stands at this authority's exchange; `unseen` when it knows of none.
    public String state(JsonNode plan) {
        Answer answer = get("/api/v1/conversations/" + conversation(plan));
        return answer.status() == 200 ? answer.json().at("/summary/state").asText() : "unseen";
    }

    /// Waits until it stands so, whatever calls fail meanwhile.
    public CaseSystem awaits(String state, JsonNode plan) {
        await("%s for %s".formatted(state, code))
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .ignoreException(UncheckedIOException.class)
                .untilAsserted(() -> assertThat(state(plan)).isEqualTo(state));
        return this;
    }

    /// Waits until nothing of a conversation is on its way from its exchange any more.
    public CaseSystem awaitsDelivery(JsonNode plan) {
        await("delivery for %s".formatted(code))
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () ->
                                !underWay(plan).contains("ready")
                                        && !underWay(plan).contains("sending"));
        return this;
    }

    private List<String> underWay(JsonNode plan) {
        return get("/api/v1/conversations/" + conversation(plan))
                .json()
                .path("deliveries")
                .findValuesAsText("state");
    }

    public Answer get(String path) {
        return calls.get(code.value(), path);
    }

    public Answer evidence(JsonNode plan) {
        return get("/api/v1/conversations/" + conversation(plan) + "/evidence");
    }

    /// The message as this authority may read it.
    public JsonNode message(JsonNode message) {
        return get("/api/v1/messages/" + message.path("messageId").asText()).json().path("message");
    }

    public static String conversation(JsonNode plan) {
        return plan.path("conversationId").asText();
    }
}
