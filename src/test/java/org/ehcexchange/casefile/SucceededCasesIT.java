package org.ehcexchange.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.testing.Calls.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// The cases of an authority that closes are its successor's own.
class SucceededCasesIT {

    private static final String OLD = "LA:997";
    private static final String NEW = "LA:996";

    @TempDir Path folder;
    private CaseHouse house;

    @BeforeEach
    void start() {
        house = CaseHouse.start(folder);
        house.join(OLD);
        house.join(NEW);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void areReadAndListedWithTheirTimeLimits() {
        String reference = house.fresh();
        open(OLD, reference);
        house.assertProblem(get(NEW, "/api/v1/cases/" + reference), 404, "not-found");

        house.succeed(OLD, NEW);

        JsonNode read = get(NEW, "/api/v1/cases/" + reference).json();
        assertThat(read.at("/file/authority").asText()).isEqualTo(OLD);
        assertThat(read.at("/clocks").findValuesAsText("rule"))
                .contains("decide", "no-plan", "final");
        assertThat(get(NEW, "/api/v1/cases").json().at("/cases/0/caseReference").asText())
                .isEqualTo(reference);
        JsonNode clocks = get(NEW, "/api/v1/clocks").json().path("clocks");
        assertThat(clocks.findValuesAsText("caseReference")).contains(reference);
        assertThat(get(NEW, read.at("/clocks/0/working").asText()).status()).isEqualTo(200);
        house.assertProblem(get("LA:999", "/api/v1/cases/" + reference), 404, "not-found");
    }

    @Test
    void goOnWithTheSuccessorsRecordsAndRequests() {
        String reference = house.fresh();
        open(OLD, reference);
        house.succeed(OLD, NEW);

        Answer ceased = record(NEW, reference, house.example("event"));
        Answer asked = house.askAs(NEW, reference);

        assertThat(ceased.status()).as(ceased.text()).isEqualTo(201);
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        assertThat(get(NEW, "/api/v1/cases").json().path("cases")).hasSize(1);
        JsonNode read = get(NEW, "/api/v1/cases/" + reference).json();
        assertThat(read.path("records")).hasSize(1);
        assertThat(read.path("conversations")).hasSize(1);
        assertThat(read.at("/clocks").findValuesAsText("rule"))
                .containsExactlyInAnyOrder("decide", "no-plan", "final");
        assertThat(read.at("/file/child/is").asText()).isEqualTo("known");
        assertThat(house.auditActors(reference)).contains(OLD, NEW);
    }

    @Test
    void keepWhatWasAgreedForTheSuccessorsMessages() {
        String reference = house.fresh();
        open(OLD, reference);
        assertThat(house.askAs(OLD, reference).status()).isEqualTo(202);
        record(OLD, reference, house.example("consent-given"));

        house.succeed(OLD, NEW);

        Answer shown = house.showAs(NEW, reference, CaseHouse.SCHOOL, "consent");
        assertThat(shown.status()).as(shown.text()).isEqualTo(202);
        String consent =
                get(NEW, "/api/v1/cases/" + reference)
                        .json()
                        .at("/records/0/detail/recordId")
                        .asText();
        record(
                NEW,
                reference,
                house.example("consent-withdrawn")
                        .replace("8a1c0f0e-4d5b-4a0c-8d0e-5b6f7a8c9d02", consent));
        house.assertProblem(
                house.showAs(NEW, reference, CaseHouse.SCHOOL, "consent"), 422, "refused");
    }

    @Test
    void areToldApartWhereTwoHadOneReference() {
        String reference = house.fresh();
        house.join("LA:995");
        open(OLD, reference);
        open("LA:995", reference);
        house.succeed(OLD, NEW);
        house.succeed("LA:995", NEW);

        Answer unclear = get(NEW, "/api/v1/cases/" + reference);
        Answer clear = get(NEW, "/api/v1/cases/" + reference + "?authority=" + OLD);

        house.assertProblem(unclear, 409, "conflict");
        assertThat(unclear.text()).contains("LA:995", OLD, "?authority=");
        assertThat(clear.json().at("/file/authority").asText()).isEqualTo(OLD);
        house.assertProblem(
                get(NEW, "/api/v1/cases/" + reference + "?authority=LA:998"), 404, "not-found");
        house.assertProblem(
                get(NEW, "/api/v1/cases/" + reference + "?authority=Kent"), 400, "malformed");
        JsonNode first = get(NEW, "/api/v1/cases?limit=1").json();
        JsonNode second =
                get(NEW, "/api/v1/cases?limit=1&after=" + first.path("next").asText()).json();
        assertThat(first.at("/cases/0/authority").asText()).isEqualTo("LA:995");
        assertThat(second.at("/cases/0/authority").asText()).isEqualTo(OLD);
    }

    private void open(String authority, String reference) {
        Answer answer =
                house.calls()
                        .put(
                                authority,
                                "/api/v1/cases/" + reference,
                                "{\"assessmentRequestedOn\": \"2026-05-04\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private Answer get(String authority, String path) {
        return house.calls().get(authority, path);
    }

    private Answer record(String authority, String reference, String json) {
        Answer answer =
                house.calls().post(authority, "/api/v1/cases/" + reference + "/records", json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }
}
