package org.ehcexchange.simulator;

import com.fasterxml.jackson.databind.JsonNode;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The council's case system: it talks to the exchange over HTTP, as any program would.
@Component
@Profile("demo & !" + SouthmereExchange.PROFILE)
class Council {

    private static final String CODE = "LA:998";
    private static final String JSON = "application/json";

    private final ExchangeDoor exchange;
    private final InboxReader inbox;
    private final Narrator narrator;

    Council(ExchangeAddress address, Narrator narrator) {
        this.exchange = new ExchangeDoor(address::url, CODE);
        this.inbox = new InboxReader(exchange);
        this.narrator = narrator;
    }

    /// A request of one adviser.
    ///
    /// @param provision the paragraph of SEND Regulations 2014, reg. 6 that asks for it
    record Ask(Adviser of, String adviceType, String provision) {}

    /// How the case system spells the family's name, and how somebody once mistyped it.
    private static final String NAME = "Example";

    private static final String MISTYPED = "Exampel";

    /// What the exchange answers, which messages name the document by.
    JsonNode upload(Report report) {
        return exchange.post("/api/v1/documents", "application/pdf", report.bytes(), Map.of())
                .json();
    }

    /// The conversation that the request opened; empty when the exchange refused it.
    String ask(String caseReference, Ask ask, JsonNode views) {
        String conversation = UUID.randomUUID().toString();
        ExchangeDoor.Answer answer = send(request(caseReference, conversation, ask, NAME, views));
        String asked = "asks " + asked(ask);
        if (answer.isGood()) {
            narrator.tell("Council", asked + due(answer.json()));
            return conversation;
        }
        narrator.tell("Council", asked);
        reasons(answer.json()).forEach(reason -> narrator.tell("The exchange", reason));
        return "";
    }

    /// Asks about the same child by a name that is on record of nobody, so that it is held.
    void askWithAMistypedName(String caseReference, Ask ask, JsonNode views) {
        String conversation = UUID.randomUUID().toString();
        send(request(caseReference, conversation, ask, MISTYPED, views));
        narrator.tell("Council", "asks " + asked(ask) + ", with a mistyped name");
    }

    private ExchangeDoor.Answer send(String request) {
        return exchange.post("/api/v1/messages", JSON, request);
    }

    private static String asked(Ask ask) {
        return ask.of().title() + " for " + ask.adviceType() + " advice";
    }

    /// Puts on record that it will assess, and that everybody was told whom the law names.
    void decide(String caseReference) {
        String record =
                Texts.json(
                        "canonical/decided-to-assess.json",
                        Map.of(
                                "record", UUID.randomUUID().toString(),
                                "on", narrator.today().toString()));
        ExchangeDoor.Answer answer =
                exchange.post("/api/v1/cases/" + caseReference + "/records", JSON, record);
        String decides = "decides to assess, and tells the family, the commissioner and others";
        narrator.tell("Council", answer.isGood() ? decides + inTime(answer.json()) : decides);
        if (!answer.isGood()) {
            reasons(answer.json()).forEach(reason -> narrator.tell("The exchange", reason));
        }
    }

    private static String inTime(JsonNode recorded) {
        JsonNode clock = recorded.path("clocks").path(0);
        return "; due by law " + Narrator.day(LocalDate.parse(clock.path("dueOn").asText()));
    }

    /// Collects what came back, and says what it is.
    void collect() {
        inbox.collect(item -> narrator.tell("Council", "collects " + described(item.message())));
    }

    void moveClock(Duration forward) {
        exchange.post("/api/v1/demo/clock", JSON, "{\"advance\":\"" + forward + "\"}");
        narrator.line("");
        narrator.line("The demo's clock moves forward " + forward.toDays() + " days.");
    }

    JsonNode conversation(String id) {
        return exchange.get("/api/v1/conversations/" + id).json();
    }

    private String request(
            String caseReference, String conversation, Ask ask, String name, JsonNode views) {
        LocalDate today = narrator.today();
        Map<String, String> values = new HashMap<>();
        values.put("message", UUID.randomUUID().toString());
        values.put("conversation", conversation);
        values.put("to", ask.of().code());
        values.put("sent-at", narrator.moment());
        values.put("provision", ask.provision());
        values.put("nhs-number", "9990020418"); // Never issued: the range is for tests.
        values.put("upn", "R998400118042");
        values.put("family-name", name);
        values.put("case", caseReference);
        values.put("advice-type", ask.adviceType());
        values.put("requested-on", today.minusWeeks(2).toString());
        values.put("documents", "[" + views + "]");
        return Texts.json("canonical/advice-request.json", values);
    }

    private static String due(JsonNode receipt) {
        String dueOn = receipt.path("due").path(0).path("dueOn").asText();
        return dueOn.isEmpty() ? "" : "; due " + Narrator.day(LocalDate.parse(dueOn));
    }

    private static List<String> reasons(JsonNode problem) {
        return problem.path("violations").findValuesAsText("problem").stream()
                .map(reason -> "refuses it: " + reason)
                .toList();
    }

    private static String described(JsonNode message) {
        String from = Adviser.named(message.path("from").asText());
        int documents = message.path("documents").size();
        String attached = documents == 0 ? "" : ", with " + documents + " document";
        return switch (message.path("type").asText()) {
            case "advice-acknowledged" -> "an acknowledgement from " + from;
            case "advice-return" ->
                    "a return from " + from + ": " + message.path("outcome").asText() + attached;
            default -> "a message from " + from;
        };
    }
}
