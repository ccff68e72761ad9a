package org.ehcexchange.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.ehcexchange.testing.Calls;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Posts messages as the organisations' systems would, with a token used until it is old.
final class Poster {

    private static final Duration TOKEN_AGE = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final String base;
    private final Measures measures;

    Poster(String base, Measures measures) {
        this.base = base;
        this.measures = measures;
    }

    private record Token(String text, long since) {}

    void post(String as, String path, Object message, String idField) throws InterruptedException {
        JsonNode tree = JSON.valueToTree(message);
        String id = tree.get(idField).asText();
        try {
            byte[] body = JSON.writeValueAsBytes(tree);
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("Authorization", "Bearer " + token(as))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build();
            measures.sending(id);
            long sent = System.nanoTime();
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 202) {
                measures.accepted(System.nanoTime() - sent);
            } else {
                measures.refused(id, answer.statusCode(), answer.body());
            }
        } catch (IOException e) {
            measures.refused(id, 0, e.toString());
        }
    }

    private String token(String as) {
        return tokens.compute(
                        as,
                        (code, held) ->
                                held != null
                                                && System.nanoTime() - held.since()
                                                        < TOKEN_AGE.toNanos()
                                        ? held
                                        : new Token(
                                                new Calls(base, "correct-horse").token(code),
                                                System.nanoTime()))
                .text();
    }
}
