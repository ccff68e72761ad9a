package org.ehcexchange.simulator;

import com.fasterxml.jackson.databind.JsonNode;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/// A psychology service with no server of its own: it collects canonical JSON from its inbox and
/// answers in it.
@Component
@Profile("demo & !" + SouthmereExchange.PROFILE)
class Psychology {

    private final Errands errands;
    private final Narrator narrator;
    private final InboxReader inbox;
    private final ExchangeDoor exchange;
    private final PutOff<JsonNode> late;

    Psychology(Errands errands, Narrator narrator, ExchangeAddress address) {
        this.errands = errands;
        this.narrator = narrator;
        this.exchange = new ExchangeDoor(address::url, Adviser.PSYCHOLOGY.code());
        this.inbox = new InboxReader(exchange);
        this.late = new PutOff<>(narrator);
        errands.often(() -> inbox.collect(this::take));
        errands.often(() -> late.release(this::explain));
    }

    private void take(InboxReader.Item item) {
        JsonNode message = item.message();
        switch (message.path("type").asText()) {
            case "advice-request" -> answer(message, item.dueOn());
            case "advice-withdrawn" -> withdrawn(message);
            default -> narrator.tell(Adviser.PSYCHOLOGY, "is reminded by the council");
        }
    }

    private void answer(JsonNode request, LocalDate dueOn) {
        String reference = request.path("caseReference").asText();
        narrator.tell(Adviser.PSYCHOLOGY, "collects a JSON message from its inbox: " + reference);
        switch (Reply.of(reference, Adviser.PSYCHOLOGY)) {
            case PROVIDED -> errands.later(() -> provide(request));
            case NOTHING_KNOWN ->
                    errands.later(() -> send(request, "nothing-known", "does not know the child"));
            case DECLINED ->
                    errands.later(
                            () -> send(request, "declined", "declines, with written reasons"));
            case LATE -> late.until(dueOn, request.path("conversationId").asText(), request);
            case SILENT -> narrator.tell(Adviser.PSYCHOLOGY, "does not answer");
        }
    }

    private void provide(JsonNode request) {
        send(request, "advice-provided", "sends its advice");
    }

    private void explain(JsonNode request) {
        errands.later(
                () -> {
                    send(request, "late", "is late and relies on an exception");
                    errands.later(() -> provide(request));
                });
    }

    private void withdrawn(JsonNode message) {
        late.forget(message.path("conversationId").asText());
        narrator.tell(Adviser.PSYCHOLOGY, "closes a request that was withdrawn");
    }

    private void send(JsonNode request, String text, String told) {
        String body = Texts.json("canonical/" + text + ".json", values(request));
        ExchangeDoor.Answer came =
                exchange.post(
                        "/api/v1/messages",
                        "application/json",
                        body.getBytes(StandardCharsets.UTF_8),
                        Map.of());
        narrator.tell(Adviser.PSYCHOLOGY, came.isGood() ? told : came.refusal());
    }

    private Map<String, String> values(JsonNode request) {
        LocalDate today = narrator.today();
        return Map.of(
                "message", UUID.randomUUID().toString(),
                "conversation", request.path("conversationId").asText(),
                "request", request.path("messageId").asText(),
                "to", request.path("from").asText(),
                "sent-at", narrator.moment(),
                "child", request.path("child").toString(),
                "today", today.toString(),
                "six-weeks-ago", today.minusWeeks(6).toString(),
                "expected-by", today.plusWeeks(2).toString());
    }
}
