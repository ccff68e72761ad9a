package org.ehcexchange.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.testing.Calls.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// What is on record of a case decides what may go, when it is accepted and again when it goes.
class GateIT {

    @TempDir static Path folder;
    private static CaseHouse house;

    @BeforeAll
    static void start() {
        house = CaseHouse.start(folder);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void asksAgainWhileOnlyTwoAgree() {
        String reference = house.opened();
        agree(reference, "authority");
        agree(reference, "adviser");

        JsonNode receipt = house.ask(reference).json();

        assertThat(receipt.at("/status").asText()).isEqualTo("accepted");
        assertThat(receipt.at("/remarks/0").asText())
                .contains("asked again", "not agreed by family");
    }

    @Test
    void doesNotAskAgainOnceAllThreeAgree() {
        String reference = house.opened();
        List.of("authority", "adviser", "family").forEach(by -> agree(reference, by));

        Answer answer = house.tryAsking(reference);

        house.assertProblem(answer, 422, "refused");
        assertThat(answer.text()).contains("reg. 6(4)", "/adviceType");
    }

    @Test
    void doesNotAskAgainOfAChildThatItKnows() {
        String reference = house.asked();
        List.of("authority", "adviser", "family").forEach(by -> agree(reference, by));

        house.assertProblem(house.tryAsking(reference), 422, "refused");
    }

    @Test
    void asksAgainOnceOneHasTakenItBack() {
        String reference = house.opened();
        agree(reference, "authority");
        agree(reference, "adviser");
        String family = agree(reference, "family");
        house.recorded(
                reference,
                house.example("taken-back")
                        .replace("3f0d1c52-6a55-4b5e-9b0e-2f4f5d3a7c01", CaseHouse.id(family)));

        assertThat(house.ask(reference).status()).isEqualTo(202);
    }

    @Test
    void showsAPlanOnConsentAndExpectsNoAnswer() {
        String reference = house.asked();
        house.recorded(reference, house.example("consent-given"));

        Answer sent = house.show(reference, CaseHouse.SCHOOL, "consent");

        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        assertThat(sent.json().path("due")).isEmpty();
        JsonNode item = house.inbox(CaseHouse.SCHOOL, sent);
        assertThat(item.at("/message/plan/sections").has("A")).isTrue();
        assertThat(item.at("/message/plan/sections").has("G")).isFalse();
        assertThat(item.has("dueOn")).isFalse();
        String conversation = sent.json().path("conversationId").asText();
        JsonNode read =
                house.calls().get(CaseHouse.HOME, "/api/v1/conversations/" + conversation).json();
        assertThat(read.at("/summary/kind").asText()).isEqualTo("plan-copy");
        assertThat(read.at("/summary/state").asText()).isEqualTo("sent");
        assertThat(read.path("clocks")).isEmpty();
        assertThat(house.read(reference).path("conversations").findValuesAsText("kind"))
                .containsExactlyInAnyOrder("plan-copy", "advice");
        house.assertProblem(house.acknowledge(sent), 422, "illegal-move");
    }

    @Test
    void showsNothingWithoutConsent() {
        String reference = house.asked();

        Answer answer = house.show(reference, CaseHouse.SCHOOL, "consent");

        house.assertProblem(answer, 422, "refused");
        assertThat(answer.text()).contains("No consent is on record");
    }

    @Test
    void stopsWhatRestsOnConsentThatWasTakenBackBeforeItWent() {
        String reference = house.asked();
        String consent = house.example("consent-given");
        house.recorded(reference, consent);
        Answer sent = house.show(reference, CaseHouse.SCHOOL, "consent");
        house.recorded(reference, house.withdrawing(consent));

        JsonNode waiting = house.waiting(CaseHouse.SCHOOL);

        assertThat(waiting.findValuesAsText("messageId"))
                .doesNotContain(sent.json().path("messageId").asText());
        JsonNode delivery = house.delivery(sent);
        assertThat(delivery.path("state").asText()).isEqualTo("dead");
        assertThat(delivery.path("reason").asText()).contains("consent", "withdrawn");
    }

    @Test
    void sendsWhatTheLawWantsSentWhateverBecameOfConsent() {
        String reference = house.asked();
        String consent = house.example("consent-given");
        house.recorded(reference, consent);
        house.recorded(reference, house.withdrawing(consent));
        house.recorded(reference, house.example("objection"));

        Answer sent = house.show(reference, CaseHouse.SCHOOL, "duty");

        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        assertThat(sent.json().at("/remarks/0").asText())
                .contains("objection noted", "does not stop what a duty sends");
        assertThat(house.inbox(CaseHouse.SCHOOL, sent).isMissingNode()).isFalse();
    }

    @Test
    void keepsOneChildsRecordFromAnother() {
        String reference = house.asked();
        house.recorded(reference, house.example("consent-given"));

        house.assertProblem(house.show(house.asked(), CaseHouse.SCHOOL, "consent"), 422, "refused");
    }

    @Test
    void keepsOneAuthoritysRecordFromAnother() {
        String reference = house.asked();
        List.of("authority", "adviser", "family").forEach(by -> agree(reference, by));

        Answer neighbours = house.askAs("LA:999", reference);

        assertThat(neighbours.status()).as(neighbours.text()).isEqualTo(202);
    }

    private static String agree(String reference, String by) {
        String agreement =
                house.example("agreement")
                        .replace("\"by\": \"authority\"", "\"by\": \"" + by + "\"");
        house.recorded(reference, agreement);
        return agreement;
    }
}
