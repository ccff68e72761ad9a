package org.ehcexchange.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.ehcexchange.directory.DirectorySettings;
import org.ehcexchange.directory.Role;
import org.ehcexchange.testing.TestDatabase;
import org.ehcexchange.testing.TestDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Date;
import java.util.Map;

import javax.sql.DataSource;

/// The doors as callers find them: real HTTP, real tokens, a real database for the keys.
class AccessIT {

    private static final String SECRET = "correct-horse";

    private final HttpClient client = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext house;
    private static int port;
    private static TestDirectory directory;
    private static SigningKeys keys;

    @BeforeAll
    static void open() {
        house =
                new SpringApplicationBuilder(House.class)
                        .properties(Map.of("server.port", 0, "spring.main.banner-mode", "off"))
                        .logStartupInfo(false)
                        .run();
        port = house.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        directory = house.getBean(TestDirectory.class);
        keys = house.getBean(SigningKeys.class);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void everybodyIsOpen() {
        directory.put("ODS:RN1", Role.HEALTH_PROVIDER, null);
    }

    @Test
    void givesATokenForSecretInTheForm() throws Exception {
        assertThat(whoAmI(token("ODS:RN1"))).isEqualTo("ODS:RN1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LA%3A998:correct-horse", "LA:998:correct-horse"})
    void givesATokenForBasicWithTheColonEncodedOrNot(String credentials) throws Exception {
        HttpResponse<String> answer =
                post("grant_type=client_credentials", "Authorization", basic(credentials));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(whoAmI(accessToken(answer))).isEqualTo("LA:998");
    }

    @Test
    void tokensLastFiveMinutes() throws Exception {
        SignedJWT token = SignedJWT.parse(token("LA:998"));

        assertThat(
                        Duration.between(
                                token.getJWTClaimsSet().getIssueTime().toInstant(),
                                token.getJWTClaimsSet().getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @CsvSource({"LA:998, wrong", "LA:997, correct-horse", "ODS:01N, correct-horse", "LA:998, demo"})
    void givesNoToken(String client, String secret) throws Exception {
        HttpResponse<String> answer = post(form(client, secret));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid_client");
    }

    @Test
    void givesNoTokenToABodyWithoutASecret() throws Exception {
        directory.put("URN:900002", Role.EDUCATION_SETTING, null, null);

        assertThat(post(form("URN:900002", "")).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesATokenOfABodyThatClosedSince() throws Exception {
        String token = token("ODS:RN1");
        directory.put("ODS:RN1", Role.HEALTH_PROVIDER, LocalDate.of(2026, 5, 1));

        HttpResponse<String> answer = get("/api/v1/who", "Bearer " + token);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("invalid_token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/messages", "/education/cbds", "/social-care/ssd", "/exchange/v1/messages",
                "/actuator/prometheus", "/oauth2/authorize", "/oauth2/introspect", "/api"
            })
    void refusesEveryDoorWithoutAToken(String door) throws Exception {
        HttpResponse<String> answer = get(door, null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body()).contains("/oauth2/token");
    }

    @ParameterizedTest
    @CsvSource({
        "application/fhir+json, application/fhir+json",
        "application/fhir+xml, application/fhir+xml"
    })
    void refusesTheFhirDoorInFhir(String accept, String contentType) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri("/fhir/Task")).header("Accept", accept).build();

        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(contentType);
        assertThat(answer.body()).contains("OperationOutcome").contains("login");
    }

    @Test
    void refusesATokenThatSomebodyElseSigned() throws Exception {
        assertThat(get("/api/v1/who", "Bearer " + forged(keys.signingKeyId())).statusCode())
                .isEqualTo(401);
        assertThat(get("/api/v1/who", "Bearer not.a.token").statusCode()).isEqualTo(401);
    }

    @Test
    void leavesOpenWhatEveryoneMayRead() throws Exception {
        assertThat(get("/fhir/metadata", null).statusCode()).isEqualTo(200);
        assertThat(get("/v3/api-docs", null).statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health", null).statusCode()).isEqualTo(200);
    }

    @Test
    void publishesKeysWithoutTheirPrivatePart() throws Exception {
        token("LA:998");

        HttpResponse<String> answer = get("/oauth2/jwks", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"kid\"").doesNotContain("\"d\"", "\"p\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/deliveries",
                "/api/v1/partners/ODS:RN1/pause",
                "/api/v1/held",
                "/api/v1/demo/clock",
                "/actuator/prometheus"
            })
    void keepsTheOperatorsDoorsForTheHomeAuthority(String door) throws Exception {
        assertThat(get(door, "Bearer " + token("ODS:RN1")).statusCode()).isEqualTo(403);
        assertThat(get(door, "Bearer " + token("LA:999")).statusCode()).isEqualTo(403);
        assertThat(get(door, "Bearer " + token("LA:998")).statusCode()).isEqualTo(200);
    }

    @Test
    void sendsWhoeverIsNotSignedInToTheSignInPage() throws Exception {
        assertThat(get("/", null).headers().firstValue("Location").orElse("")).endsWith("/sign-in");
        assertThat(get("/", basic("LA:998:" + SECRET)).statusCode()).isEqualTo(302);
    }

    @Test
    void answersWithHeadersThatProtectTheReader() throws Exception {
        var headers = get("/fhir/metadata", null).headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Content-Security-Policy")).isPresent();
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }

    private static String forged(String kid) throws Exception {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(),
                        new JWTClaimsSet.Builder()
                                .subject("LA:998")
                                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                                .build());
        token.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
        return token.serialize();
    }

    private String whoAmI(String token) throws Exception {
        return get("/api/v1/who", "Bearer " + token).body();
    }

    private String token(String client) throws Exception {
        return accessToken(post(form(client, SECRET)));
    }

    private static String accessToken(HttpResponse<String> answer) {
        return answer.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    private static String form(String client, String secret) {
        return "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(
                        URLEncoder.encode(client, StandardCharsets.UTF_8),
                        URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }

    private static String basic(String credentials) {
        return "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri("/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    @Configuration
    @Import({
        Callers.class,
        DirectoryClients.class,
        Doors.class,
        Greeter.class,
        Issuing.class,
        KeyRows.class,
        PageDoors.class,
        Refusals.class,
        RealTime.class,
        SigningKeys.class,
        SignInElsewhere.class,
        TokenReader.class,
        Rooms.class
    })
    @EnableConfigurationProperties(AccessSettings.class)
    @ImportAutoConfiguration({
        DataSourceTransactionManagerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class House {

        @Bean
        TestDirectory directory() {
            return TestDirectory.northshire();
        }

        @Bean
        DirectorySettings directorySettings() {
            return new DirectorySettings(Path.of("directory"), "LA:998", Duration.ZERO);
        }

        @Bean
        DataSource database() {
            return TestDatabase.fresh();
        }

        @Bean
        InstantSource clock() {
            return InstantSource.fixed(Instant.parse("2026-05-05T09:00:00Z"));
        }
    }

    /// What stands behind the doors.
    @RestController
    static class Rooms {

        @RequestMapping({
            "/api/v1/who",
            "/api/v1/deliveries",
            "/api/v1/partners/{code}/pause",
            "/api/v1/held",
            "/api/v1/demo/clock",
            "/actuator/health",
            "/actuator/prometheus",
            "/fhir/metadata",
            "/v3/api-docs"
        })
        String who(Principal caller) {
            return caller == null ? "" : caller.getName();
        }
    }
}
