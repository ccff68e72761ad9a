package org.ehcexchange.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the two councils do when a plan moves, each at its own exchange.
@Component
@Profile("demo & !" + SouthmereExchange.PROFILE)
class MovingHouse {

    private static final String JSON = "application/json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final Map<String, String> TO_SOUTHMERE =
            Map.of(
                    "from", "LA:998",
                    "to", "LA:999",
                    "old-commissioner", "ODS:QN1",
                    "new-commissioner", "ODS:QS1",
                    "child", "C-2055",
                    "family-name", "Specimen",
                    "given-name", "Kit",
                    "born", "2016-09-21");

    private static final Map<String, String> TO_NORTHSHIRE =
            Map.of(
                    "from", "LA:999",
                    "to", "LA:998",
                    "old-commissioner", "ODS:QS1",
                    "new-commissioner", "ODS:QN1",
                    "child", "S-7103",
                    "family-name", "Muster",
                    "given-name", "Noor",
                    "born", "2013-05-17");

    private final ExchangeDoor northshire;
    private final ExchangeDoor southmere;
    private final Narrator narrator;

    MovingHouse(ExchangeAddress here, SouthmereExchange there, Narrator narrator) {
        this.northshire = new ExchangeDoor(here::url, "LA:998");
        this.southmere = new ExchangeDoor(there::url, "LA:999");
        this.narrator = narrator;
    }

    /// Moves Southmere's demo clock to where Northshire's is.
    void agreeOnTheTime() {
        Duration behind = Duration.between(advance(Duration.ofSeconds(1)), narrator.instant());
        while (behind.compareTo(Duration.ofSeconds(2)) > 0) {
            Duration step =
                    behind.compareTo(Duration.ofDays(400)) > 0 ? Duration.ofDays(400) : behind;
            behind = Duration.between(advance(step), narrator.instant());
        }
    }

    private Instant advance(Duration by) {
        JsonNode now =
                southmere.post("/api/v1/demo/clock", JSON, "{\"advance\":\"" + by + "\"}").json();
        return Instant.parse(now.path("now").asText());
    }

    /// @return the conversation of the plan that moves to Southmere
    String send(List<Report> papers) {
        Sent sent = send(northshire, TO_SOUTHMERE, papers);
        narrator.tell(
                "Council",
                "sends Southmere the plan with " + papers.size() + " documents" + sent.due());
        return sent.conversation();
    }

    /// Another family comes the other way; nobody accepts this plan but the reader.
    void comeBack(List<Report> papers) {
        Sent sent = send(southmere, TO_NORTHSHIRE, papers);
        narrator.tell("Southmere", "sends the council a plan of another family" + sent.due());
    }

    private record Sent(String conversation, String due) {}

    private Sent send(ExchangeDoor from, Map<String, String> move, List<Report> papers) {
        ArrayNode documents = MAPPER.createArrayNode();
        ArrayNode appendices = MAPPER.createArrayNode();
        for (Report paper : papers) {
            JsonNode stored =
                    from.post("/api/v1/documents", "application/pdf", paper.bytes(), Map.of())
                            .json();
            documents.add(stored);
            appendices.addObject().put("title", paper.title()).set("document", stored.path("id"));
        }
        String conversation = UUID.randomUUID().toString();
        Map<String, String> values = values(conversation);
        values.putAll(move);
        values.put("documents", documents.toString());
        values.put("appendices", appendices.toString());
        JsonNode receipt =
                from.post(
                                "/api/v1/messages",
                                JSON,
                                Texts.json("canonical/plan-transfer.json", values))
                        .json();
        String due = receipt.path("due").path(0).path("dueOn").asText();
        return new Sent(
                conversation, due.isEmpty() ? "" : "; due " + Narrator.day(LocalDate.parse(due)));
    }

    private Map<String, String> values(String conversation) {
        Map<String, String> values = new HashMap<>();
        values.put("message", UUID.randomUUID().toString());
        values.put("conversation", conversation);
        values.put("sent-at", narrator.moment());
        values.put("today", narrator.today().toString());
        values.put("plan", "EHCP-" + UUID.randomUUID().toString().substring(0, 8));
        return values;
    }

    /// How the plan stands at Northshire's exchange.
    String state(String conversation) {
        return northshire
                .get("/api/v1/conversations/" + conversation)
                .json()
                .at("/summary/state")
                .asText();
    }

    /// Whether the new health commissioner took note of the last move; each commissioner does its
    /// part by itself.
    boolean isCommissionerTold() {
        JsonNode changes = northshire.get("/api/v1/notifications").json().path("changes");
        return changes.path(0).path("notification").asText().equals("noted");
    }

    /// Southmere's case system collects the plan, and a person there accepts it.
    void accept(String conversation) {
        new InboxReader(southmere).collect(item -> acceptIf(item.message(), conversation));
    }

    private void acceptIf(JsonNode message, String conversation) {
        if (message.path("conversationId").asText().equals(conversation)) {
            narrator.tell("Southmere", "collects " + PlanStory.described(message));
            Map<String, String> values = values(conversation);
            values.put("plan-message", message.path("messageId").asText());
            values.put("child", message.path("child").toString());
            ExchangeDoor.Answer answer =
                    southmere.post(
                            "/api/v1/messages",
                            JSON,
                            Texts.json("canonical/plan-accepted.json", values));
            narrator.tell(
                    "Southmere",
                    answer.isGood()
                            ? "accepts it, and answers for it from today"
                            : answer.refusal());
        }
    }

    String evidence(String conversation) {
        return northshire.get("/api/v1/conversations/" + conversation + "/evidence").body();
    }
}
