package org.ehcexchange.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ehcexchange.running.TwoExchanges.NORTHSHIRE;
import static org.ehcexchange.running.TwoExchanges.SOUTHMERE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.evidence.VerifyEvidence;
import org.ehcexchange.testing.Heap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Kill either exchange at any step of a plan's handshake: after a restart both converge, with one
/// plan at the new authority.
///
/// Plans are brought to every step there is, and the lines broken so that each stays where it is;
/// then one exchange is killed as a power cut would.
class HandshakeKillIT {

    private static final Duration SOON = Duration.ofSeconds(120);

    private static final AtomicInteger ROUND = new AtomicInteger();

    @TempDir static Path folder;
    private static TwoPlaces places;
    private static final Map<OrganisationCode, ExchangeProcess> RUNNING = new HashMap<>();

    @BeforeAll
    static void start() throws IOException {
        places = new TwoPlaces(folder);
        for (OrganisationCode code : List.of(NORTHSHIRE, SOUTHMERE)) {
            RUNNING.put(
                    code,
                    ExchangeProcess.start(
                            places.data(code), places.directory(code), places.settings(code)));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        RUNNING.values().forEach(ExchangeProcess::close);
        places.close();
    }

    @Test
    void convergesWhenTheOldAuthoritysExchangeWasKilled() throws Exception {
        Frozen frozen = Frozen.atEveryStep();
        restart(NORTHSHIRE);
        frozen.thaw().converge();
    }

    @Test
    void convergesWhenTheNewAuthoritysExchangeWasKilled() throws Exception {
        Frozen frozen = Frozen.atEveryStep();
        restart(SOUTHMERE);
        frozen.thaw().converge();
    }

    private static void restart(OrganisationCode code) throws IOException, InterruptedException {
        RUNNING.get(code).kill();
        RUNNING.get(code).startAgain();
    }

    private static CaseSystem north() {
        return new CaseSystem(RUNNING.get(NORTHSHIRE).url(), NORTHSHIRE);
    }

    private static CaseSystem south() {
        return new CaseSystem(RUNNING.get(SOUTHMERE).url(), SOUTHMERE);
    }

    /// One plan at each step, which no line lets out of it.
    ///
    /// @param waiting recorded at the old authority's, nothing sent
    /// @param halfway its document is partly across
    /// @param unreceipted recorded at the new authority's, its receipt lost
    /// @param unsaid receipted, but the old authority does not know that the plan is in hand
    /// @param asked a question waits at the new authority's
    /// @param accepted an acceptance waits at the new authority's
    /// @param settled accepted at both, but the receipt for the acceptance was lost
    private record Frozen(
            ObjectNode waiting,
            ObjectNode halfway,
            ObjectNode unreceipted,
            ObjectNode unsaid,
            ObjectNode asked,
            ObjectNode accepted,
            ObjectNode settled) {

        static Frozen atEveryStep() throws IOException {
            ObjectNode settled = received();
            ObjectNode accepted = received();
            ObjectNode asked = received();
            places.lineTo(NORTHSHIRE).breakAtTheNextAnswer();
            south().accept(settled);
            north().awaits("accepted", settled);
            south().accept(accepted);
            south().ask(asked);
            ObjectNode unsaid = north().sendPlan(SOUTHMERE);
            south().awaits("received", unsaid);
            north().awaitsDelivery(unsaid);

            places.lineTo(SOUTHMERE).stallAfter(1_000_000);
            // Another size each time: what is there already is not sent.
            var document = north().upload((3 << 20) + ROUND.incrementAndGet(), new Heap());
            ObjectNode halfway = north().sendPlan(SOUTHMERE, document);
            await().atMost(SOON).until(() -> places.lineTo(SOUTHMERE).isStalled());
            places.lineTo(SOUTHMERE).breakAtTheNextAnswer();
            ObjectNode unreceipted = north().sendPlan(SOUTHMERE);
            south().awaits("received", unreceipted);
            await().atMost(SOON).until(() -> places.lineTo(SOUTHMERE).isBroken());
            ObjectNode waiting = north().sendPlan(SOUTHMERE);
            Frozen frozen =
                    new Frozen(waiting, halfway, unreceipted, unsaid, asked, accepted, settled);
            frozen.assertFrozen();
            return frozen;
        }

        private static ObjectNode received() {
            ObjectNode plan = north().sendPlan(SOUTHMERE);
            south().awaits("received", plan);
            north().awaits("received", plan).awaitsDelivery(plan);
            south().awaitsDelivery(plan);
            return plan;
        }

        private void assertFrozen() {
            for (ObjectNode plan : List.of(waiting, halfway)) {
                assertStates("sent", "unseen", plan);
            }
            for (ObjectNode plan : List.of(unreceipted, unsaid)) {
                assertStates("sent", "received", plan);
            }
            assertStates("received", "queried", asked);
            assertStates("received", "accepted", accepted);
            assertStates("accepted", "accepted", settled);
        }

        private static void assertStates(String old, String successor, ObjectNode plan) {
            assertThat(north().state(plan)).isEqualTo(old);
            assertThat(south().state(plan)).isEqualTo(successor);
        }

        Frozen thaw() throws IOException {
            places.lineTo(SOUTHMERE).mend();
            places.lineTo(NORTHSHIRE).mend();
            return this;
        }

        void converge() throws IOException {
            for (ObjectNode plan : List.of(waiting, halfway, unreceipted, unsaid)) {
                finish(plan);
            }
            north().awaits("queried", asked);
            ObjectNode anew = north().sendAnew(asked, question());
            finish(anew);
            for (ObjectNode plan : List.of(accepted, settled)) {
                assertOnce(plan, 1);
            }
            for (ObjectNode plan : List.of(waiting, halfway, unreceipted, unsaid)) {
                assertOnce(plan, 1);
            }
            assertOnce(anew, 2);
        }

        private String question() {
            for (JsonNode item : north().get("/api/v1/inbox?limit=200").json().path("items")) {
                JsonNode message = item.path("message");
                if (message.path("type").asText().equals("plan-queried")
                        && message.path("inReplyTo").equals(asked.path("messageId"))) {
                    return message.path("messageId").asText();
                }
            }
            throw new AssertionError("no question in the old authority's inbox");
        }

        private static void finish(ObjectNode plan) {
            north().awaits("received", plan);
            south().awaits("received", plan);
            south().accept(plan);
        }

        /// The same at both ends, and proven from both: each plan-transfer and its acceptance once.
        private static void assertOnce(ObjectNode plan, int plans) throws IOException {
            for (CaseSystem end : List.of(north(), south())) {
                end.awaits("accepted", plan);
                await().atMost(SOON)
                        .untilAsserted(
                                () ->
                                        assertThat(proven(end, plan))
                                                .startsWith("Everything holds")
                                                .doesNotContain("without a receipt"));
                assertThat(passed(end, plan, "plan-transfer")).isEqualTo(plans);
                assertThat(passed(end, plan, "plan-accepted")).isEqualTo(1);
            }
            assertThat(south().message(plan)).isEqualTo(north().message(plan)).isNotEmpty();
        }

        private static long passed(CaseSystem end, ObjectNode plan, String type)
                throws IOException {
            return proven(end, plan).lines().filter(line -> line.contains(": " + type)).count();
        }

        private static String proven(CaseSystem end, ObjectNode plan) throws IOException {
            Path file = Files.writeString(folder.resolve("evidence"), end.evidence(plan).text());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int unused =
                    VerifyEvidence.run(
                            new String[] {file.toString()},
                            new PrintStream(out, true, StandardCharsets.UTF_8));
            return out.toString(StandardCharsets.UTF_8);
        }
    }
}
