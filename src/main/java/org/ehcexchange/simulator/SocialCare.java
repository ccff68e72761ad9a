package org.ehcexchange.simulator;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.simulator.HttpService.Request;
import org.ehcexchange.simulator.HttpService.Response;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A social care team's system: JSON with Standard Safeguarding Dataset names, in and out.
@Component
@Profile("demo & !" + SouthmereExchange.PROFILE)
class SocialCare {

    private static final String JSON = "application/json";

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Errands errands;
    private final Narrator narrator;
    private final ExchangeDoor exchange;
    private final PutOff<JsonNode> late;

    SocialCare(Errands errands, Narrator narrator, ExchangeAddress address) {
        this.errands = errands;
        this.narrator = narrator;
        this.exchange = new ExchangeDoor(address::url, Adviser.SOCIAL_CARE.code());
        this.late = new PutOff<>(narrator);
        errands.often(() -> late.release(this::explain));
    }

    /// Whatever came before is answered alike and done once.
    Response receive(Request request) {
        JsonNode message = Wire.tree(request.text());
        if (seen.add(message.path("mess_message_id").asText())) {
            take(message);
        }
        return new Response(202, JSON, "{\"received\":true}");
    }

    private void take(JsonNode message) {
        switch (message.path("mess_type").asText()) {
            case "advice-request" -> answer(message);
            case "advice-withdrawn" -> withdrawn(message);
            default -> narrator.tell(Adviser.SOCIAL_CARE, "is reminded by the council");
        }
    }

    private void answer(JsonNode request) {
        String reference = request.at("/request/ehcr_case_reference").asText();
        narrator.tell(Adviser.SOCIAL_CARE, "receives a JSON message over HTTP: " + reference);
        switch (Reply.of(reference, Adviser.SOCIAL_CARE)) {
            case PROVIDED -> errands.later(() -> provide(request));
            case NOTHING_KNOWN ->
                    errands.later(() -> send(request, "nothing-known", "answers: not known here"));
            case DECLINED ->
                    errands.later(
                            () -> send(request, "declined", "declines, with written reasons"));
            case LATE -> putOff(request);
            case SILENT -> narrator.tell(Adviser.SOCIAL_CARE, "does not answer");
        }
    }

    private void provide(JsonNode request) {
        send(request, "provided", "sends its advice");
    }

    private void putOff(JsonNode request) {
        LocalDate dueOn = narrator.today().plusWeeks(6); // SEND Regulations 2014, reg. 8(1)
        late.until(dueOn, conversation(request), request);
        errands.later(() -> send(request, "acknowledged", "acknowledges the request"));
    }

    private void explain(JsonNode request) {
        errands.later(
                () -> {
                    send(request, "late", "is late and relies on an exception");
                    errands.later(() -> provide(request));
                });
    }

    private void withdrawn(JsonNode message) {
        late.forget(conversation(message));
        narrator.tell(Adviser.SOCIAL_CARE, "closes a request that was withdrawn");
    }

    private void send(JsonNode request, String text, String told) {
        ExchangeDoor.Answer came =
                exchange.post(
                        "/social-care/v1/messages",
                        JSON,
                        Texts.json("social-care/" + text + ".json", values(request)));
        narrator.tell(Adviser.SOCIAL_CARE, came.isGood() ? told : came.refusal());
    }

    private Map<String, String> values(JsonNode request) {
        LocalDate today = narrator.today();
        return Map.of(
                "message", UUID.randomUUID().toString(),
                "conversation", conversation(request),
                "request", request.path("mess_message_id").asText(),
                "to", request.path("mess_source").asText(),
                "sent-at", narrator.moment(),
                "person", request.path("person").toString(),
                "today", today.toString(),
                "six-weeks-ago", today.minusWeeks(6).toString(),
                "expected-by", today.plusWeeks(2).toString());
    }

    private static String conversation(JsonNode message) {
        return message.path("mess_conversation_id").asText();
    }
}
