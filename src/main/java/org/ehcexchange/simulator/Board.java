package org.ehcexchange.simulator;

import com.fasterxml.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A pretend health commissioner (CCG/ICB): it polls for FHIR Tasks and answers by FHIR, and its
/// Designated Health Officer approves what waits for approval.
final class Board {

    private static final String TOLD = "take-on-ehc-plan";
    private static final String SHOWN = "accept-plan-copy";

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final String ods;
    private final String title;
    private final ExchangeDoor exchange;
    private final Errands errands;
    private final Narrator narrator;

    Board(String ods, String title, ExchangeAddress address, Errands errands, Narrator narrator) {
        this.ods = ods;
        this.title = title;
        this.exchange = new ExchangeDoor(address::url, "ODS:" + ods);
        this.errands = errands;
        this.narrator = narrator;
    }

    void look() {
        JsonNode tasks = exchange.get("/fhir/Task?owner=" + ods).json();
        tasks.path("entry").forEach(entry -> take(entry.path("resource")));
        JsonNode waiting = exchange.get("/api/v1/notifications?state=waiting").json();
        waiting.path("changes").forEach(this::consider);
    }

    private void take(JsonNode task) {
        String code = task.at("/code/coding/0/code").asText();
        boolean open = task.path("status").asText().equals("requested");
        if (open && seen.add(task.path("id").asText())) {
            switch (code) {
                case SHOWN -> narrator.tell(title, "polls, and is shown a plan that moves");
                case TOLD -> told(task);
                default -> {
                    // Requests for advice are not part of what it plays.
                }
            }
        }
    }

    private void told(JsonNode task) {
        narrator.tell(title, "polls, and is told that it becomes responsible");
        errands.later(() -> note(task));
    }

    private void note(JsonNode task) {
        String id = UUID.randomUUID().toString();
        ExchangeDoor.Answer came =
                exchange.post(
                        "/fhir/$process-message",
                        Wire.JSON.mediaType(),
                        Texts.json("fhir/noted.json", values(id, task))
                                .getBytes(StandardCharsets.UTF_8),
                        Map.of("X-Request-Id", id, "X-Correlation-Id", task.path("id").asText()));
        narrator.tell(title, came.isGood() ? "takes note of the notification" : came.refusal());
    }

    private Map<String, String> values(String id, JsonNode task) {
        return Map.of(
                "id", id,
                "at", narrator.moment(),
                "today", narrator.today().toString(),
                "conversation", task.path("id").asText(),
                "answers", contained(task, "Communication").at("/identifier/0/value").asText(),
                "version", String.valueOf(task.at("/meta/versionId").asInt() + 1),
                "own", ods,
                "other", task.at("/requester/identifier/value").asText(),
                "patient", contained(task, "Patient").toString());
    }

    private static JsonNode contained(JsonNode task, String type) {
        for (JsonNode resource : task.path("contained")) {
            if (resource.path("resourceType").asText().equals(type)) {
                return resource;
            }
        }
        throw new IllegalArgumentException("no " + type + " in the Task");
    }

    private void consider(JsonNode change) {
        String id = change.path("id").asText();
        if (seen.add("approval of " + id)) {
            narrator.tell(title, "is to tell %s by %s".formatted(to(change), due(change)));
            errands.later(() -> approve(id));
        }
    }

    private static String to(JsonNode change) {
        return change.path("to").asText("a commissioner that nobody can name");
    }

    private static String due(JsonNode change) {
        return change.path("dueOn").asText("a day that nobody can work out");
    }

    private void approve(String id) {
        ExchangeDoor.Answer came =
                exchange.post(
                        "/api/v1/notifications/" + id + "/approval",
                        "application/json",
                        "{\"approvedBy\":\"A. Example, Designated Health Officer\"}");
        narrator.tell(title, came.isGood() ? "approves the notification; it goes" : came.refusal());
    }
}
