package org.ehcexchange.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.evidence.VerifyEvidence;
import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// What a newcomer sees: the story in the terminal, the page, and the session with curl.
@Isolated("what is printed is read")
class DemoIT {

    private static final Duration A_MINUTE = Duration.ofSeconds(90);
    private static final PrintStream TERMINAL = System.out;
    private static final ByteArrayOutputStream TOLD = new ByteArrayOutputStream();

    @TempDir static Path folder;

    private static RunningExchange exchange;
    private static Calls calls;

    @BeforeAll
    static void start() {
        System.setOut(new PrintStream(TOLD, true, StandardCharsets.UTF_8));
        exchange =
                RunningExchange.start(
                        folder.resolve("data"),
                        Path.of("directory"),
                        Map.of(
                                "spring.profiles.active",
                                "demo",
                                "exchange.simulator.folder",
                                folder.resolve("demo"),
                                "exchange.simulator.southmere-port",
                                0,
                                "exchange.simulator.answer-after",
                                "200ms",
                                "exchange.simulator.story",
                                true));
        System.setOut(TERMINAL);
        calls = new Calls(exchange.url(""), "demo");
        await().atMost(A_MINUTE).until(() -> told().contains("Look at it"));
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    @Test
    void eachAdviserAnswersAsItsPartIs() {
        assertThat(state("URN:900001", "educational")).isEqualTo("provided");
        assertThat(state("ODS:RN1", "medical")).isEqualTo("provided");
        assertThat(state("SVC:northshire-csc", "social-care")).isEqualTo("nothing-known");
        assertThat(state("SVC:northshire-eps", "psychological")).isEqualTo("provided");
    }

    @Test
    void medicalAdviceIsNotAskedOfASchool() {
        assertThat(state("URN:900001", "medical")).isEqualTo("refused");
        assertThat(told()).contains("refuses it: ");
    }

    @Test
    void theCouncilDecidesInTimeOnceEverybodyWasTold() {
        assertThat(told()).contains("Council", "decides to assess", "; due by law ");
        String reference =
                calls
                        .get("LA:998", "/api/v1/cases")
                        .json()
                        .findValuesAsText("caseReference")
                        .stream()
                        .filter(each -> each.endsWith("-PLNP"))
                        .findFirst()
                        .orElseThrow();
        JsonNode whole = calls.get("LA:998", "/api/v1/cases/" + reference).json();
        assertThat(whole.at("/records/0/detail/event").asText()).isEqualTo("decided-to-assess");
        assertThat(whole.path("clocks").findValuesAsText("state")).contains("met");
    }

    @Test
    void theTrustIsRemindedTwiceAndThenReliesOnAnException() {
        JsonNode trust =
                calls.get("LA:998", "/api/v1/conversations/" + id("ODS:RN1", "medical")).json();

        assertThat(sent(trust, "ODS:RN1")).isEqualTo(3);
        assertThat(told())
                .containsSubsequence(
                        "is reminded of",
                        "is reminded of",
                        "shows Northshire Children's NHS Trust as" + " overdue",
                        "relies on an exception",
                        "sends its advice with a PDF");
    }

    @Test
    void reportsReachTheCouncilAsTheyWere() {
        assertThat(told()).contains("a return from Hilltop School: provided, with 1 document");
        assertThat(told())
                .contains(
                        "a return from Northshire Children's NHS Trust: provided, with 1 document");
    }

    /// Two exchanges, each with its own record, say the same of the plan; what one of them proves
    /// holds with neither of them.
    @Test
    void aPlanMovesToTheNeighboursExchange() {
        assertThat(told())
                .containsSubsequence(
                        "sends Southmere the plan with 3 documents; due ",
                        "has Southmere's signed receipt: all of it is there",
                        "collects the plan with its 3 documents",
                        "accepts it, and answers for it from today",
                        "has Southmere's acceptance");
        assertThat(told())
                .containsSubsequence(
                        "approves the notification; it goes", "takes note of the notification");
        String file = folder.resolve("demo/evidence.jsonl").toString();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(VerifyEvidence.run(new String[] {file}, new PrintStream(out))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("plan-transfer", "plan-received", "plan-accepted");
    }

    @Test
    void leavesWorkForTheReaderOnThePages() {
        Visitor caseworker =
                new Visitor(exchange.url("")).signIn("caseworker@northshire.example", "demo");
        await().atMost(A_MINUTE).until(() -> caseworker.page("/").contains("Plan to accept"));
        assertThat(caseworker.page("/"))
                .containsSubsequence("Overdue", "Brookside Nursery School")
                .contains("Held: right child?");
    }

    @Test
    void theTerminalTellsNothingOfTheChild() {
        assertThat(told())
                .doesNotContain(
                        "Sam ",
                        "Kit",
                        "Specimen",
                        "Muster",
                        "Noor",
                        "Exampel",
                        "2016-09-21",
                        "9990020418",
                        "R998400118042",
                        "2018-04-02",
                        "ZZ99");
    }

    @Test
    void thePageShowsTheRoundAndNothingOfTheChild() {
        String page =
                new Visitor(exchange.url(""))
                        .signIn("caseworker@northshire.example", "demo")
                        .page("/conversations");

        assertThat(page).contains("Hilltop School", "Advice given", "Not known to them", "Refused");
        assertThat(page).doesNotContain("9990020418", "R998400118042", "2018", "ZZ99");
    }

    @Test
    void theSessionWithCurlWorksAsPrinted() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/curl")), "this machine has no curl");
        Process session =
                new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", session())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(session.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(session.waitFor()).as(said).isZero();
        assertThat(said).contains("\"sha256\"", "\"acceptedAt\"", "\"timeline\"", "\"recordedAt\"");
    }

    /// The README's shell block after its heading, spoken to this exchange.
    private static String session() throws IOException {
        String readme = Files.readString(Path.of("README.md")).split("## A session with curl")[1];
        return readme.substring(readme.indexOf("```sh\n") + 6)
                .split("```")[0]
                .replace("http://localhost:8080", exchange.url(""));
    }

    private static String state(String adviser, String adviceType) {
        return summary(adviser, adviceType).path("state").asText();
    }

    private static String id(String adviser, String adviceType) {
        return summary(adviser, adviceType).path("id").asText();
    }

    /// The story's own: of anything asked since, the oldest.
    private static JsonNode summary(String adviser, String adviceType) {
        JsonNode page = calls.get("LA:998", "/api/v1/conversations?limit=100").json();
        List<JsonNode> found =
                StreamSupport.stream(page.path("conversations").spliterator(), false)
                        .filter(each -> each.path("to").asText().equals(adviser))
                        .filter(each -> each.path("adviceType").asText().equals(adviceType))
                        .toList();
        assertThat(found).as("%s asked of %s in:%n%s", adviceType, adviser, told()).isNotEmpty();
        return found.getLast();
    }

    private static long sent(JsonNode conversation, String to) {
        return StreamSupport.stream(conversation.path("deliveries").spliterator(), false)
                .filter(delivery -> delivery.path("to").asText().equals(to))
                .filter(delivery -> delivery.path("state").asText().equals("delivered"))
                .count();
    }

    private static String told() {
        return TOLD.toString(StandardCharsets.UTF_8);
    }
}
