package org.ehcexchange.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Calls a running exchange over HTTP as one organisation or another would.
public final class Calls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final String base;
    private final String secret;

    public Calls(String base, String secret) {
        this.base = base;
        this.secret = secret;
    }

    /// What came back.
    public record Answer(HttpResponse<String> raw) {

        public int status() {
            return raw.statusCode();
        }

        public String text() {
            return raw.body();
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            try {
                return JSON.readTree(raw.body());
            } catch (IOException e) {
                throw new UncheckedIOException("not JSON: " + raw.body(), e);
            }
        }
    }

    public String token(String code) {
        return tokens.computeIfAbsent(
                code,
                c -> {
                    String form =
                            "grant_type=client_credentials&client_id=%s&client_secret=%s"
                                    .formatted(
                                            URLEncoder.encode(c, StandardCharsets.UTF_8), secret);
                    HttpRequest request =
                            HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(form))
                                    .build();
                    return send(request).json().path("access_token").asText();
                });
    }

    public Answer get(String as, String path, String... headers) {
        HttpRequest.Builder request = as(as, path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET().build());
    }

    /// Reads what is there and throws it away, looking around on the way.
    ///
    /// @return how many bytes there were
    public long download(String as, String path, Runnable look) {
        try (InputStream in =
                client.send(as(as, path).GET().build(), BodyHandlers.ofInputStream()).body()) {
            byte[] piece = new byte[1 << 20];
            long size = 0;
            for (int n = in.read(piece); n > 0; n = in.read(piece)) {
                size += n;
                look.run();
            }
            return size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer post(String as, String path, String json) {
        return post(as, path, "application/json", BodyPublishers.ofString(json));
    }

    public Answer post(String as, String path, String contentType, BodyPublisher body) {
        return post(as, path, body, "Content-Type", contentType);
    }

    public Answer post(String as, String path, BodyPublisher body, String... headers) {
        return send(as(as, path).headers(headers).POST(body).build());
    }

    public Answer put(String as, String path, String json) {
        return send(
                as(as, path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json))
                        .build());
    }

    private HttpRequest.Builder as(String code, String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token(code));
    }

    private Answer send(HttpRequest request) {
        try {
            return new Answer(client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
