package org.ehcexchange.simulator;

import org.ehcexchange.simulator.HttpService.Request;
import org.ehcexchange.simulator.HttpService.Response;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The door of a children's NHS trust: `$process-message`, checked as a trust would check it.
@Component
@Profile("demo & !" + SouthmereExchange.PROFILE)
class Trust {

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, TrustCase> open = new ConcurrentHashMap<>();
    private final TrustDesk desk;
    private final Narrator narrator;

    Trust(TrustDesk desk, Narrator narrator) {
        this.desk = desk;
        this.narrator = narrator;
    }

    Response receive(Request request) {
        String id = request.header("X-Request-Id");
        String conversation = request.header("X-Correlation-Id");
        if (id.isEmpty() || conversation.isEmpty()) {
            return fault(400, "required", "X-Request-Id and X-Correlation-Id are required");
        }
        Wire wire = Wire.of(request.header("Content-Type"));
        TrustMessage message = new TrustMessage(wire.read(request.text()), wire, conversation);
        if (!message.id().equals(id)) {
            return fault(400, "value", "X-Request-Id and Bundle.identifier differ");
        }
        if (!seen.add(id)) {
            return fault(409, "duplicate", "this message was received before");
        }
        take(message);
        return new Response(200, wire.mediaType(), wire.write(Wire.tree(received(message))));
    }

    private void take(TrustMessage message) {
        switch (message.kind()) {
            case "ehc-advice-request" -> open(message);
            case "ehc-advice-reminder" -> remind(message);
            case "ehc-advice-cancelled" -> close(message);
            default -> narrator.tell(Adviser.TRUST, "receives " + message.kind());
        }
    }

    private void open(TrustMessage request) {
        narrator.tell(Adviser.TRUST, "receives a FHIR message: " + request.caseReference());
        TrustCase opened = new TrustCase(request);
        open.put(request.conversation(), opened);
        desk.answer(opened);
    }

    private void remind(TrustMessage reminder) {
        narrator.tell(Adviser.TRUST, "is reminded of " + reminder.caseReference());
        TrustCase known = open.get(reminder.conversation());
        if (known != null) {
            known.sawVersion(reminder.version());
        }
    }

    private void close(TrustMessage withdrawal) {
        narrator.tell(Adviser.TRUST, "closes " + withdrawal.caseReference() + ", withdrawn");
        TrustCase known = open.remove(withdrawal.conversation());
        if (known != null) {
            known.close();
        }
    }

    private static String received(TrustMessage message) {
        return Texts.json("fhir/received.json", Map.of("answers", message.id()));
    }

    private static Response fault(int status, String code, String text) {
        return new Response(
                status,
                Wire.JSON.mediaType(),
                Texts.json("fhir/fault.json", Map.of("code", code, "text", text)));
    }
}
