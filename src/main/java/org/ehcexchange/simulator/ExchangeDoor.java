package org.ehcexchange.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// One organisation's way to the exchange over HTTP: a token first, then the call.
final class ExchangeDoor {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Integer> LATER = Set.of(408, 429, 502, 503, 504);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Supplier<URI> exchange;
    private final String organisation;
    private volatile @Nullable String token;

    /// @param exchange where it is, once it is known
    ExchangeDoor(Supplier<URI> exchange, String organisation) {
        this.exchange = exchange;
        this.organisation = organisation;
    }

    /// What came back.
    record Answer(int status, String body) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }

        JsonNode json() {
            return tree(body);
        }

        /// Why the exchange does not take it, in the words of its problem JSON or OperationOutcome.
        String refusal() {
            List<String> words = new ArrayList<>(json().findValuesAsText("problem"));
            words.addAll(json().findValuesAsText("diagnostics"));
            return "is refused with " + status + ": " + String.join(" ", words);
        }
    }

    Answer get(String path) {
        return authorised(request(path).GET());
    }

    Answer post(String path, String contentType, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return authorised(request);
    }

    Answer post(String path, String contentType, String body) {
        return post(path, contentType, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(exchange.get().resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private Answer authorised(HttpRequest.Builder request) {
        Answer answer = withToken(request);
        if (answer.status() == 401) {
            token = null; // It ran out, or the exchange was started anew.
            return withToken(request);
        }
        return answer;
    }

    private Answer withToken(HttpRequest.Builder request) {
        Answer answer = send(request.setHeader("Authorization", "Bearer " + token()).build());
        if (LATER.contains(answer.status())) {
            throw new ExchangeAway("the exchange answered " + answer.status());
        }
        return answer;
    }

    private String token() {
        String known = token;
        if (known != null) {
            return known;
        }
        URI door = exchange.get().resolve("/oauth2/token");
        Answer answer =
                send(
                        HttpRequest.newBuilder(door)
                                .timeout(Duration.ofSeconds(10))
                                .header("Authorization", "Basic " + credentials())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                                .build());
        if (!answer.isGood()) {
            throw new ExchangeAway("no token for " + organisation + ": " + answer.status());
        }
        String fresh = answer.json().path("access_token").asText();
        token = fresh;
        return fresh;
    }

    /// The code is form-encoded before it is joined to the secret (RFC 6749, 2.3.1).
    private String credentials() {
        String name = java.net.URLEncoder.encode(organisation, StandardCharsets.UTF_8);
        byte[] pair = (name + ":demo").getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(pair);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new ExchangeAway("the exchange cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExchangeAway("stopped while waiting for the exchange");
        }
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("the exchange answered something that is not JSON", e);
        }
    }
}
