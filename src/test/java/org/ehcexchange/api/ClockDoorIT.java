package org.ehcexchange.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.api.ApiHouse.HOME;
import static org.ehcexchange.api.ApiHouse.OUTSIDER;
import static org.ehcexchange.api.ApiHouse.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Calls.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/// The clock over HTTP: dates with their working, for any organisation.
class ClockDoorIT {

    private static final String CLOCK = "/api/v1/clock";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir static Path folder;
    private static ApiHouse house;
    private static Calls calls;

    @BeforeAll
    static void start() {
        house = ApiHouse.start(folder);
        calls = house.calls();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static JsonNode example(String name) throws IOException {
        return JSON.readTree(new ClassPathResource("openapi/" + name + ".json").getInputStream());
    }

    @Test
    void answersAsItsDescriptionShows() throws IOException {
        Answer answer = calls.get(HOME, CLOCK + "/transfer?movedOn=2026-06-01&awareOn=2026-05-11");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(example("clock-working"));
    }

    @ParameterizedTest
    @CsvSource({
        "transfer?movedOn=2026-06-01&awareOn=2026-05-08, 2026-06-01",
        "transfer?movedOn=2025-12-18&awareOn=2025-12-18, 2026-01-12",
        "ccg-other?awareOn=2025-12-18, 2026-01-13",
        "ccg-move?movedOn=2026-05-09&awareOn=2026-05-09, 2026-06-01",
        "advice-return?receivedOn=2026-07-15, 2026-08-26",
        "draft?servedOn=2026-05-04, 2026-05-18",
        "decide?requestedOn=2026-01-05, 2026-02-16",
        "no-plan?requestedOn=2026-01-05, 2026-04-27",
        "final?requestedOn=2026-01-05, 2026-05-25"
    })
    void tellsAnyOrganisationWhenSomethingIsDue(String path, String dueOn) {
        Answer answer = calls.get(OUTSIDER, CLOCK + "/" + path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("dueOn").asText()).isEqualTo(dueOn);
    }

    @Test
    void listsTheRules() throws IOException {
        JsonNode rules = calls.get(OUTSIDER, CLOCK).json().path("rules");

        assertThat(rules.findValuesAsText("id")).hasSize(16).isSorted().contains("review-by");
        JsonNode shown = example("clock-rules").path("rules");
        assertThat(shown).isNotEmpty().allSatisfy(rule -> assertThat(rules).contains(rule));
    }

    @Test
    void namesEveryWrongParameterAtOnce() {
        Answer answer =
                calls.get(HOME, CLOCK + "/review-by?transferredOn=2026-02-30&noticeOn=2026-06-01");

        assertProblem(answer, 400, "malformed");
        assertThat(answer.json().path("violations").findValuesAsText("pointer"))
                .containsExactly("/madeOrReviewedOn", "/noticeOn", "/transferredOn");
        assertThat(answer.json().at("/violations/0/remedy").asText())
                .isEqualTo("Give madeOrReviewedOn and transferredOn, each once.");
    }

    @Test
    void takesEachDayOnce() {
        Answer answer =
                calls.get(HOME, CLOCK + "/decide?requestedOn=2026-06-01&requestedOn=2026-06-01");

        assertProblem(answer, 400, "malformed");
        assertThat(answer.json().at("/violations/0/problem").asText())
                .isEqualTo("requestedOn is given more than once.");
    }

    @Test
    void listsTheRulesForOneThatIsNotThere() {
        Answer answer = calls.get(HOME, CLOCK + "/payment?receivedOn=2026-06-01");

        assertProblem(answer, 404, "not-found");
        assertThat(answer.json().at("/violations/0/remedy").asText())
                .contains("advice-return, ", "ccg-cannot, ", "transfer.");
    }

    @ParameterizedTest
    @CsvSource({
        "ccg-other?awareOn=2028-12-20, holidays-known-to",
        "decide?requestedOn=2014-08-31, Correct the day"
    })
    void refusesToGuess(String path, String remedy) {
        Answer answer = calls.get(HOME, CLOCK + "/" + path);

        assertProblem(answer, 422, "invalid");
        assertThat(answer.json().at("/violations/0/remedy").asText()).contains(remedy);
    }

    @Test
    void asksForAToken() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(house.url(CLOCK))).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
        }
    }
}
