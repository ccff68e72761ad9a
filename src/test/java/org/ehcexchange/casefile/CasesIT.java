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
import java.util.UUID;

/// Case files over HTTP, on a whole exchange.
class CasesIT {

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
    void opensAFileOnceHoweverOftenItIsSaid() {
        String reference = house.fresh();

        Answer first = house.open(reference, "2026-05-04");
        Answer again = house.open(reference, "2026-05-04");

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.json().path("assessmentRequestedOn").asText()).isEqualTo("2026-05-04");
        assertThat(first.json().path("state").asText()).isEqualTo("open");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(house.audited(reference)).containsExactly("case-opened", "case-dated");
    }

    @Test
    void keepsTheDayOnRecord() {
        String reference = house.fresh();
        house.open(reference, "2026-05-04");

        Answer other = house.open(reference, "2026-05-05");

        house.assertProblem(other, 409, "conflict");
        assertThat(other.text()).contains("/assessmentRequestedOn", "2026-05-04");
    }

    @Test
    void refusesAFileThatSaysTooLittleOrTooMuch() {
        String path = "/api/v1/cases/" + house.fresh();

        Answer answer =
                house.calls()
                        .put(
                                CaseHouse.HOME,
                                path,
                                "{\"assessmentRequestedOn\": 7, \"mood\": \"good\"}");

        house.assertProblem(answer, 422, "invalid");
        assertThat(answer.json().findValuesAsText("pointer"))
                .containsExactly("/assessmentRequestedOn", "/mood");
        house.assertProblem(house.open(house.fresh(), "2099-01-01"), 422, "invalid");
        house.assertProblem(house.open("x".repeat(65), "2026-05-04"), 422, "invalid");
        house.assertProblem(house.calls().put(CaseHouse.HOME, path, "[]"), 400, "malformed");
        house.assertProblem(house.calls().get(CaseHouse.HOME, path), 404, "not-found");
    }

    @Test
    void startsTheAuthoritysTimeLimitsOnceTheDayIsKnown() {
        String reference = house.fresh();
        String path = "/api/v1/cases/" + reference;

        Answer bare = house.calls().put(CaseHouse.HOME, path, "{}");
        assertThat(bare.status()).as(bare.text()).isEqualTo(201);
        assertThat(house.read(reference).path("clocks")).isEmpty();
        house.assertProblem(house.open(reference, "2014-08-31"), 422, "invalid");
        Answer dated = house.open(reference, "2026-01-05");

        assertThat(dated.status()).as(dated.text()).isEqualTo(200);
        assertThat(dated.json().path("assessmentRequestedOn").asText()).isEqualTo("2026-01-05");
        assertThat(house.clock(reference, "decide").path("dueOn").asText()).isEqualTo("2026-02-16");
        assertThat(house.clock(reference, "no-plan").path("dueOn").asText())
                .isEqualTo("2026-04-27");
        assertThat(house.clock(reference, "final").path("dueOn").asText()).isEqualTo("2026-05-25");
        assertThat(house.audited(reference)).containsExactly("case-opened", "case-dated");
    }

    @Test
    void opensByItselfWithTheFirstAcceptedRequest() {
        String reference = house.fresh();

        house.ask(reference);
        house.ask(reference);

        JsonNode file = house.read(reference).path("file");
        assertThat(house.read(reference).path("conversations")).hasSize(2);
        assertThat(file.path("assessmentRequestedOn").asText()).isEqualTo("2026-05-04");
        assertThat(house.open(reference, "2026-05-04").status()).isEqualTo(200);
    }

    @Test
    void doesNotOpenWithARequestThatTheGateRefuses() {
        String reference = house.fresh();

        house.askWithoutGround(reference);

        house.assertProblem(
                house.calls().get(CaseHouse.HOME, "/api/v1/cases/" + reference), 404, "not-found");
    }

    @Test
    void recordsOnceAndAnswersARepeatAlike() {
        String reference = house.opened();
        String agreement = house.example("agreement");

        Answer first = house.record(reference, agreement);
        Answer again = house.record(reference, agreement);
        Answer other = house.record(reference, agreement.replace("authority", "family"));

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        house.assertProblem(other, 409, "conflict");
        assertThat(house.read(reference).path("records")).hasSize(1);
        assertThat(house.audited(reference))
                .containsExactly("case-opened", "case-dated", "recorded");
    }

    @Test
    void showsWhatIsOnRecordInOrder() {
        String reference = house.opened();
        house.record(reference, house.example("objection"));
        house.record(reference, house.example("not-shared"));

        JsonNode records = house.read(reference).path("records");

        assertThat(records.findValuesAsText("kind")).containsExactly("objection", "not-shared");
        assertThat(records.at("/0/detail/words").asText()).isNotEmpty();
    }

    @Test
    void keepsWhatWasSaidOutOfTheAudit() {
        String reference = house.opened();
        List.of("consent-given", "objection", "opinion", "not-shared")
                .forEach(kind -> house.record(reference, house.example(kind)));

        assertThat(house.audited(reference))
                .containsExactly(
                        "case-opened",
                        "case-dated",
                        "recorded",
                        "recorded",
                        "recorded",
                        "not-shared");
        assertThat(house.auditDetail(reference))
                .contains("URN:900001")
                .doesNotContain("section C", "social care report", "rather tell", "a place");
    }

    @Test
    void refusesWhatHasNotHappenedAndWhomNobodyKnows() {
        String reference = house.opened();

        Answer answer =
                house.record(
                        reference,
                        house.example("consent-given")
                                .replace("2026-05-06", "2099-05-06")
                                .replace("URN:900001", "URN:999999"));

        house.assertProblem(answer, 422, "invalid");
        assertThat(answer.json().findValuesAsText("pointer"))
                .containsExactly("/on", "/recipients/organisations");
        assertThat(house.read(reference).path("records")).isEmpty();
    }

    @Test
    void takesBackOnlyAConsentThatWasGiven() {
        String reference = house.opened();
        String given = house.example("consent-given");
        UUID id = UUID.fromString(CaseHouse.id(given));
        String withdrawn =
                house.example("consent-withdrawn")
                        .replace("8a1c0f0e-4d5b-4a0c-8d0e-5b6f7a8c9d02", id.toString());

        Answer before = house.record(reference, withdrawn);
        house.record(reference, given);
        Answer early = house.record(reference, withdrawn.replace("2026-05-20", "2026-05-01"));
        Answer after = house.record(reference, withdrawn);

        house.assertProblem(before, 422, "invalid");
        assertThat(before.json().findValuesAsText("pointer")).containsExactly("/consent");
        house.assertProblem(early, 422, "invalid");
        assertThat(early.text()).contains("2026-05-06");
        assertThat(after.status()).as(after.text()).isEqualTo(201);
    }

    @Test
    void showsACaseToNobodyElse() {
        String reference = house.opened();
        String path = "/api/v1/cases/" + reference;

        house.assertProblem(house.calls().get("LA:999", path), 404, "not-found");
        house.assertProblem(
                house.calls().post("LA:999", path + "/records", house.example("agreement")),
                404,
                "not-found");
        assertThat(house.calls().get("LA:999", "/api/v1/cases").text()).doesNotContain(reference);
    }

    @Test
    void isNotForAdvisers() {
        String path = "/api/v1/cases/" + house.opened();

        house.assertForbidden(house.calls().get(CaseHouse.TRUST, path));
        house.assertForbidden(house.calls().get(CaseHouse.TRUST, "/api/v1/cases"));
        house.assertForbidden(
                house.calls().post(CaseHouse.TRUST, path + "/records", house.example("agreement")));
        house.assertForbidden(house.calls().put(CaseHouse.TRUST, path, "{}"));
    }

    @Test
    void listsCasesAPageAtATime() {
        String older = house.opened();
        String newer = house.opened();

        JsonNode first = house.list("?state=open&limit=1");
        JsonNode second = house.list("?limit=1&after=" + first.path("next").asText());

        assertThat(first.at("/cases/0/caseReference").asText()).isEqualTo(newer);
        assertThat(second.at("/cases/0/caseReference").asText()).isEqualTo(older);
        assertThat(house.list("?state=closed").path("cases")).isEmpty();
        house.assertProblem(
                house.calls().get(CaseHouse.HOME, "/api/v1/cases?state=ajar"), 400, "malformed");
    }
}
