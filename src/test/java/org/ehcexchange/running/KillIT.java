package org.ehcexchange.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.testing.Calls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Kill it at any moment: every acknowledged message is delivered once in effect.
class KillIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final int ROUND = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private Partner trust;
    private ExchangeProcess exchange;

    @BeforeEach
    void start() throws IOException {
        trust = Partner.start();
        Folders.council(folder.resolve("directory"));
        Folders.provider(folder.resolve("directory"), "ODS:RN1", trust.url());
        exchange =
                ExchangeProcess.start(
                        folder.resolve("data"), folder.resolve("directory"), Map.of());
    }

    @AfterEach
    void stop() {
        exchange.close();
        trust.close();
    }

    @Test
    void deliversOnceInEffectWhateverTheMomentItWasKilled() throws Exception {
        killWhileMessagesComeIn();
        killWhileThePartnerHasItAndTheProofIsNotWritten();
        killWhileThePartnerIsAway();
        await().atMost(LONG).untilAsserted(this::everythingArrived);
        assertThat(openDeliveries()).isZero();
        assertThat(copiesThatDiffer()).isEmpty();
    }

    private void killWhileMessagesComeIn() throws Exception {
        CountDownLatch flowing = new CountDownLatch(ROUND / 2);
        Thread council = Thread.ofPlatform().start(() -> send(ROUND, flowing));
        assertThat(flowing.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        exchange.kill();
        exchange.startAgain();
        council.join(LONG);
        assertThat(acknowledged).hasSize(ROUND);
    }

    private void killWhileThePartnerHasItAndTheProofIsNotWritten() throws Exception {
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        trust.answers(
                body -> {
                    inHand.countDown();
                    waitFor(killed);
                    return 200;
                });
        send(5, new CountDownLatch(5));
        waitFor(inHand);
        exchange.kill();
        killed.countDown();
        trust.answers(body -> 200);
        exchange.startAgain();
    }

    private void killWhileThePartnerIsAway() throws Exception {
        await().atMost(LONG).untilAsserted(this::everythingArrived);
        trust.goesDown();
        send(20, new CountDownLatch(20));
        exchange.kill();
        exchange.startAgain();
        trust.comesBack();
    }

    /// Sends as a case system does: the same bytes again until they are acknowledged.
    private void send(int messages, CountDownLatch each) {
        for (int i = 0; i < messages; i++) {
            AdviceRequest request = Messages.request(Messages.TRUST, Messages.child());
            byte[] body = json(request);
            await().atMost(LONG).pollInterval(Duration.ofMillis(100)).until(() -> accepts(body));
            acknowledged.add(request.envelope().messageId().toString());
            each.countDown();
        }
    }

    private boolean accepts(byte[] body) throws InterruptedException {
        try {
            HttpRequest post =
                    HttpRequest.newBuilder(URI.create(exchange.url() + "/api/v1/messages"))
                            .timeout(Duration.ofSeconds(10))
                            .header("Authorization", "Bearer " + token())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build();
            int status = client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode();
            return status == 202 || status == 200;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private String token() {
        return new Calls(exchange.url(), "correct-horse").token("LA:998");
    }

    private static byte[] json(AdviceRequest request) {
        try {
            return JSON.writeValueAsBytes(CanonicalWriter.write(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void everythingArrived() {
        Set<String> arrived =
                trust.received().stream().map(KillIT::messageId).collect(Collectors.toSet());
        assertThat(arrived).containsAll(acknowledged);
    }

    /// Messages that came more than once and not byte for byte the same.
    private Map<String, Long> copiesThatDiffer() {
        return trust.attempts().stream()
                .distinct()
                .collect(Collectors.groupingBy(KillIT::messageId, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(copies -> copies.getValue() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private long openDeliveries() {
        Calls calls = new Calls(exchange.url(), "correct-horse");
        await().atMost(LONG)
                .until(() -> deliveries(calls, "ready") + deliveries(calls, "sending") == 0);
        return deliveries(calls, "dead");
    }

    private static long deliveries(Calls calls, String state) {
        return calls.get("LA:998", "/api/v1/deliveries?state=" + state)
                .json()
                .path("deliveries")
                .size();
    }

    private static String messageId(String body) {
        try {
            return JSON.readTree(body).path("messageId").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
