package org.ehcexchange.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.running.ExchangeProcess;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.TestDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// One council sends advice requests to a social care team, which answers each; both post over HTTP
/// and are posted to. The exchange maps, clears, times, audits and stores every message durably.
///
/// The load, the partners and the exchange share the machine. Run by `./mvnw -q -Pbench verify`.
class ExchangeBench {

    private static final OrganisationCode TEAM = new OrganisationCode("SVC:northshire-csc");
    private static final int CLIENTS = Integer.getInteger("bench.clients", 8);
    private static final int UNDER_WAY = Integer.getInteger("bench.under-way", 64);
    private static final Duration WARM = Duration.ofSeconds(Long.getLong("bench.warm", 120));
    private static final Duration RUN = Duration.ofSeconds(Long.getLong("bench.run", 60));
    /// Partners that cannot be reached: what is measured is accepting alone.
    private static final boolean AWAY = Boolean.getBoolean("bench.away");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;
    private final BlockingQueue<JsonNode> toAnswer = new ArrayBlockingQueue<>(100_000);
    private final Measures measures = new Measures(AWAY ? Integer.MAX_VALUE : UNDER_WAY);

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void measure() throws IOException, InterruptedException {
        try (Sink council = Sink.start(body -> measures.delivered(body, "messageId"));
                Sink team = Sink.start(this::requested)) {
            organisation("northshire", "LA:998", "authority", "canonical-push", council);
            organisation("social-care", TEAM.value(), "social-care", "ssd-json-http", team);
            if (AWAY) {
                team.server().stop(0);
            }
            try (ExchangeProcess exchange =
                    ExchangeProcess.startFast(
                            folder.resolve("data"), folder.resolve("directory"), Map.of())) {
                run(exchange);
            }
        }
    }

    private void run(ExchangeProcess exchange) throws InterruptedException {
        Poster poster = new Poster(exchange.url(), measures);
        List<Thread> clients =
                IntStream.range(0, CLIENTS)
                        .mapToObj(i -> Thread.ofPlatform().start(() -> client(poster, i)))
                        .toList();
        TimeUnit.MILLISECONDS.sleep(WARM.toMillis());
        Usage before = Usage.of(exchange.pid());
        measures.start();
        TimeUnit.MILLISECONDS.sleep(RUN.toMillis());
        measures.stop();
        Usage used = Usage.of(exchange.pid()).since(before);
        for (Thread client : clients) {
            client.interrupt();
        }
        for (Thread client : clients) {
            client.join();
        }
        System.out.println(measures.report(RUN, CLIENTS) + used.report(RUN));
    }

    /// Half of the clients ask and half answer, so that neither side runs ahead for long.
    private void client(Poster poster, int number) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (AWAY || number % 2 == 0) {
                    ask(poster);
                } else {
                    answer(poster);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Poster poster) throws InterruptedException {
        AdviceRequest request = request(Messages.child());
        poster.post("LA:998", "/api/v1/messages", CanonicalWriter.write(request), "messageId");
    }

    private static AdviceRequest request(Child child) {
        AdviceRequest medical =
                Messages.request(TEAM, child, "SEND Regulations 2014, reg. 6(1)(e)");
        return new AdviceRequest(
                medical.envelope(),
                medical.caseReference(),
                AdviceType.SOCIAL_CARE,
                medical.assessmentRequestedOn(),
                medical.questions(),
                "The family's views, in about as many words as families use. ".repeat(30));
    }

    private void requested(byte[] body) {
        try {
            JsonNode request = JSON.readTree(body);
            measures.delivered(body, "mess_message_id");
            toAnswer.offer(request);
        } catch (IOException e) {
            throw new IllegalStateException("The exchange sent what is not JSON", e);
        }
    }

    private void answer(Poster poster) throws InterruptedException {
        JsonNode request = toAnswer.poll(100, TimeUnit.MILLISECONDS);
        if (request != null) {
            poster.post(
                    TEAM.value(), "/social-care/v1/messages", answer(request), "mess_message_id");
        }
    }

    private static ObjectNode answer(JsonNode request) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("mess_type", "advice-return").put("mess_version", "1");
        answer.put("mess_message_id", UUID.randomUUID().toString());
        answer.set("mess_conversation_id", request.get("mess_conversation_id"));
        answer.set("mess_in_reply_to", request.get("mess_message_id"));
        answer.set("mess_source", request.get("mess_dest"));
        answer.set("mess_dest", request.get("mess_source"));
        answer.set("mess_sent_datetime", request.get("mess_sent_datetime"));
        answer.putObject("ground")
                .put("grnd_purpose", "EHCNA")
                .put("grnd_provision", "SEND Regulations 2014, reg. 8(1)");
        answer.set("person", request.get("person"));
        ObjectNode advice = answer.putObject("advice").put("advi_outcome", "PROVIDED");
        advice.putArray("advi_needs").add("A need, described as reports do. ".repeat(20).strip());
        advice.putArray("advi_outcomes").add("An outcome by the end of the key stage.");
        advice.putArray("advi_provision").add("Support each week, by a named worker.");
        return answer;
    }

    private void organisation(String file, String code, String role, String channel, Sink sink) {
        RunningExchange.organisation(
                folder.resolve("directory"),
                file,
                """
                code: %s
                name: %s
                roles: [%s]
                secret-hash: "%s"
                channel:
                  type: %s
                  endpoint: %s
                  login:
                    type: bearer
                    token: ${PARTNER_TOKEN}
                """
                        .formatted(code, file, role, TestDirectory.HASH, channel, sink.url()));
    }
}
