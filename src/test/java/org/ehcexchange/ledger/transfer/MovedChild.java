package org.ehcexchange.ledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ehcexchange.ledger.transfer.TransferHouse.OLD;
import static org.ehcexchange.ledger.transfer.TransferHouse.TRUST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.transfer.TransferHouse.Letter;
import org.ehcexchange.testing.Calls.Answer;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// A child with cases, who moves: what the two authorities and an adviser say and see.
record MovedChild(TransferHouse house) {

    private static final Duration SOON = Duration.ofSeconds(20);

    /// A request for advice in a case of its own, about a child of its own.
    Letter asked() {
        ObjectNode json = TransferHouse.example("advice-request");
        json.put("conversationId", UUID.randomUUID().toString());
        json.put("caseReference", "EHC-" + UUID.randomUUID());
        json.put("assessmentRequestedOn", house.today().toString());
        json.remove("documents");
        ObjectNode child = (ObjectNode) json.path("child");
        child.remove(List.of("nhsNumber", "upn"));
        child.put("reference", "C-" + UUID.randomUUID());
        return house.sent(house.now(json));
    }

    /// One more request in the same case, or the first, by the authority that has it by then.
    Letter asked(String authority, Letter before) {
        ObjectNode json = before.json().deepCopy();
        json.put("conversationId", UUID.randomUUID().toString()).put("from", authority);
        return house.sent(house.now(json));
    }

    String reference(Letter request) {
        return request.json().path("caseReference").asText();
    }

    /// The plan of the child that the request is about, accepted by the new authority.
    Letter transferred(Letter request, String openRequests) {
        Letter plan =
                house.plan()
                        .with(
                                json -> {
                                    json.set("child", request.json().path("child").deepCopy());
                                    json.put("openRequests", openRequests);
                                });
        house.sent(plan);
        house.sent(house.received(plan));
        house.sent(house.accepted(plan));
        return plan;
    }

    void isWithdrawn(Letter request) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(house.state(OLD, request)).isEqualTo("withdrawn"));
    }

    Answer record(String authority, String reference, String event) {
        String body =
                """
                {"recordId": "%s", "kind": "event", "event": "%s", "on": "%s",
                 "told": [{"party": "parent", "words": "by letter"}]}
                """
                        .formatted(UUID.randomUUID(), event, house.today());
        return house.calls().post(authority, "/api/v1/cases/" + reference + "/records", body);
    }

    JsonNode file(String authority, String reference) {
        return house.calls().get(authority, "/api/v1/cases/" + reference).json();
    }

    Letter advice(Letter request, String to) {
        ObjectNode json = TransferHouse.example("advice-return.provided");
        json.put("conversationId", request.conversation());
        json.put("inReplyTo", request.id()).put("from", TRUST).put("to", to);
        json.set("child", request.json().path("child").deepCopy());
        json.remove("documents");
        return house.now(json);
    }

    Letter copy(Letter plan) {
        ObjectNode json = TransferHouse.example("plan-copy.final-plan");
        json.put("conversationId", UUID.randomUUID().toString()).put("to", TRUST);
        json.set("child", plan.json().path("child").deepCopy());
        json.remove(List.of("documents", "caseReference"));
        ObjectNode of = (ObjectNode) json.path("plan");
        of.put("reference", plan.plan()).remove("appendices");
        return house.now(json);
    }

    void take(Letter letter) {
        assertThat(house.take(letter)).isInstanceOf(Outcome.Accepted.class);
    }

    /// The withdrawal that the adviser finds in its inbox.
    String told(Letter request) {
        for (JsonNode item :
                house.calls().get(TRUST, "/api/v1/inbox?limit=200").json().path("items")) {
            JsonNode message = item.path("message");
            if (message.path("conversationId").asText().equals(request.conversation())
                    && message.path("type").asText().equals("advice-withdrawn")) {
                return message.path("reason").asText();
            }
        }
        return "nothing";
    }

    String hash(Letter plan) {
        return house.database()
                .sql("select sha256 from plan_transfer where message_id = :id")
                .param("id", UUID.fromString(plan.id()))
                .query(String.class)
                .single();
    }

    String due(String question) {
        Answer answer = house.calls().get(OLD, "/api/v1/clock/" + question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().required("dueOn").asText();
    }

    String returned() {
        return "/api/v1/sen2/transfers?year=" + house.today().getYear();
    }
}
