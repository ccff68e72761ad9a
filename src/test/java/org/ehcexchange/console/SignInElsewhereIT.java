package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.running.Ports;
import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.CouncilProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Signing in with the council's own OpenID Connect provider, over sockets.
class SignInElsewhereIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @TempDir static Path folder;

    private static CouncilProvider council;
    private static RunningExchange exchange;

    private final HttpClient browser =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.ALWAYS)
                    .build();

    @BeforeAll
    static void start() throws IOException {
        int port = Ports.free();
        council = CouncilProvider.start("http://localhost:" + port);
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("spring.profiles.active", "demo");
        settings.put("exchange.simulator.story", false);
        settings.put("exchange.simulator.folder", folder.resolve("demo"));
        provider(settings, "council", "Northshire's own", council.url());
        provider(settings, "away", "One that is away", "http://localhost:" + Ports.free());
        exchange = RunningExchange.start(folder.resolve("data"), Path.of("directory"), settings);
    }

    private static void provider(
            Map<String, Object> settings, String id, String name, String issuer) {
        String registration = "spring.security.oauth2.client.registration." + id + ".";
        settings.put(registration + "client-id", "exchange");
        settings.put(registration + "client-secret", "between-us");
        settings.put(registration + "client-name", name);
        settings.put(registration + "scope", "openid");
        settings.put("spring.security.oauth2.client.provider." + id + ".issuer-uri", issuer);
    }

    @AfterAll
    static void stop() {
        exchange.close();
        council.close();
    }

    @Test
    void leadsToTheProviderAndBackToToday() throws Exception {
        assertThat(get("/sign-in").body()).contains("Sign in with Northshire&#39;s own");

        HttpResponse<String> page = signIn("caseworker@northshire.example");

        assertThat(page.uri()).hasPort(exchange.port()).hasPath("/");
        assertThat(page.body()).contains("Morgan Hale", "Northshire County Council");
    }

    @Test
    void leadsBackToThePageThatWasAskedFor() throws Exception {
        get("/conversations");

        assertThat(signIn("caseworker@northshire.example").uri()).hasPath("/conversations");
    }

    @Test
    void keepsNothingOfTheProvidersInTheSession() throws Exception {
        signIn("caseworker@northshire.example");

        assertThat(kept()).isNotEmpty().doesNotContain("eyJ", "at_hash", "preferred_username");
    }

    @Test
    void turnsAwayWhoHasNoPlaceInTheDirectory() throws Exception {
        assertThat(signIn("gardener@northshire.example").body())
                .contains("The exchange does not know you");
        assertThat(get("/").body()).contains("Sign in");
    }

    @Test
    void saysSoWhenTheProviderDidNotSendThem() throws Exception {
        assertThat(get("/login/oauth2/code/council?code=guessed&state=guessed").body())
                .contains("Signing in with your organisation did not work");
    }

    @Test
    void letsOthersInWhileOneProviderIsAway() throws Exception {
        assertThat(get("/sign-in").body()).contains("One that is away");
        assertThat(get("/oauth2/authorization/away").body())
                .contains("Signing in with your organisation did not work");
        assertThat(signIn("caseworker@northshire.example").body()).contains("Morgan Hale");
    }

    private HttpResponse<String> signIn(String name) throws Exception {
        HttpResponse<String> form = get("/oauth2/authorization/council");
        Matcher token = TOKEN.matcher(form.body());
        assertThat(token.find()).as(form.body()).isTrue();
        return send(
                HttpRequest.newBuilder(form.uri())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "username=%s&password=theirs&_csrf=%s"
                                                .formatted(
                                                        URLEncoder.encode(
                                                                name, StandardCharsets.UTF_8),
                                                        token.group(1)))));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(exchange.url(path))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(
                request.header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String kept() {
        return String.join(
                "\n",
                exchange.bean(JdbcClient.class)
                        .sql(
                                "select encode(attribute_bytes, 'escape') from"
                                        + " spring_session_attributes")
                        .query(String.class)
                        .list());
    }
}
