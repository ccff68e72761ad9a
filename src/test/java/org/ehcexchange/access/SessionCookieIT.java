package org.ehcexchange.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.TestDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;

/// What keeps a person signed in goes over TLS alone, which ends before the exchange.
class SessionCookieIT {

    private static final String WHOLE = "; Secure; HttpOnly; SameSite=Lax";

    @TempDir Path folder;

    private RunningExchange start(Map<String, Object> settings) {
        Path directory = folder.resolve("directory");
        RunningExchange.organisation(
                directory,
                "northshire",
                """
                code: LA:998
                name: Northshire
                roles: [authority]
                secret-hash: "%s"
                channel: {type: canonical-pull}
                """
                        .formatted(TestDirectory.HASH));
        return RunningExchange.start(folder.resolve("data"), directory, settings);
    }

    /// As a proxy passes a request on that came to it over TLS.
    private static HttpResponse<String> forwarded(RunningExchange exchange, String path)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(exchange.url(path)))
                                .header("X-Forwarded-Proto", "https")
                                .header("X-Forwarded-Host", "ehc.council.example")
                                .header("X-Forwarded-Port", "443")
                                .header("Accept", "text/html")
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void isSecureWhereverItIsNotTheDemo() throws Exception {
        try (RunningExchange exchange = start(Map.of())) {
            assertThat(cookie(forwarded(exchange, "/sign-in")))
                    .startsWith("session=")
                    .contains(WHOLE);
            assertThat(location(forwarded(exchange, "/"))).startsWith("http://localhost");
        }
    }

    @Test
    void isAsTheRequestWasInTheDemoAndTheProxyIsHeardWhereItIsToBe() throws Exception {
        Map<String, Object> demo =
                Map.of(
                        "spring.profiles.active",
                        "demo",
                        "exchange.simulator.story",
                        false,
                        "exchange.simulator.folder",
                        folder.resolve("demo"),
                        "server.forward-headers-strategy",
                        "native");
        try (RunningExchange exchange = start(demo)) {
            HttpResponse<String> answer = forwarded(exchange, "/sign-in");

            assertThat(cookie(answer)).contains(WHOLE);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(location(forwarded(exchange, "/")))
                    .isEqualTo("https://ehc.council.example/sign-in");
        }
    }
}
