package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Coming to the pages and leaving them, over HTTP and with the sessions in the database.
class SignInIT {

    private static final String CASEWORKER = "caseworker@northshire.example";

    @TempDir static Path folder;

    private static RunningExchange exchange;

    @BeforeAll
    static void start() throws IOException {
        copy(Path.of("directory"), Files.createDirectories(folder.resolve("directory")));
        exchange =
                RunningExchange.start(
                        folder.resolve("data"),
                        folder.resolve("directory"),
                        Map.of(
                                "spring.profiles.active",
                                "demo",
                                "exchange.simulator.story",
                                false,
                                "exchange.simulator.folder",
                                folder.resolve("demo"),
                                "exchange.directory.watch-every",
                                "100ms"));
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    private static Visitor visitor() {
        return new Visitor(exchange.url(""));
    }

    @Test
    void showsWhoIsSignedInAndTheirOrganisation() {
        assertThat(visitor().signIn(CASEWORKER, "demo").page("/"))
                .contains("Northshire County Council", "Morgan Hale", "Sign out");
    }

    @Test
    void asksForSignInBeforeAnyPageAndLeadsBackToIt() {
        Visitor visitor = visitor();
        assertThat(location(visitor.get("/conversations"))).endsWith("/sign-in");

        HttpResponse<String> answer =
                visitor.submit(
                        "/sign-in", "/sign-in", Map.of("sign-in", CASEWORKER, "password", "demo"));

        assertThat(location(answer)).contains("/conversations");
    }

    @Test
    void saysThatNameOrPasswordIsWrongAndNotWhich() {
        Visitor visitor = visitor();
        String wrong = wrong(visitor, "auditor@northshire.example");

        assertThat(wrong(visitor, "nobody@northshire.example")).isEqualTo(wrong);
        assertThat(visitor.page("/sign-in?wrong")).contains("The name or the password is wrong");
    }

    private static String wrong(Visitor visitor, String name) {
        return location(
                visitor.submit("/sign-in", "/sign-in", Map.of("sign-in", name, "password", "no")));
    }

    @Test
    void makesWhoeverGuessesWait() {
        Visitor visitor = visitor();
        for (int i = 0; i < 8; i++) {
            assertThat(wrong(visitor, "officer@southmere-icb.example")).endsWith("?wrong");
        }

        assertThat(
                        location(
                                visitor.submit(
                                        "/sign-in",
                                        "/sign-in",
                                        Map.of(
                                                "sign-in",
                                                "Officer@southmere-icb.example",
                                                "password",
                                                "demo"))))
                .endsWith("?wait");
    }

    @Test
    void givesANewSessionToWhoeverSignsIn() {
        Visitor visitor = visitor();
        visitor.get("/");
        String before = session(visitor);

        visitor.signIn(CASEWORKER, "demo");

        assertThat(session(visitor)).isNotEqualTo(before);
        assertThat(visitor().get("/sign-in").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("; HttpOnly; SameSite=Lax"));
    }

    private static String session(Visitor visitor) {
        return visitor.cookies().getFirst().getValue();
    }

    @Test
    void keepsWhoeverSignedInWhileARequestThatBeganBeforeEnds() {
        SessionRepository<?> sessions = exchange.bean(SessionRepository.class);
        assertKept(sessions);
    }

    private static <S extends Session> void assertKept(SessionRepository<S> sessions) {
        S first = sessions.createSession();
        sessions.save(first);
        S before = sessions.findById(first.getId());
        S signedIn = sessions.findById(first.getId());
        signedIn.changeSessionId();
        signedIn.setAttribute("SPRING_SECURITY_CONTEXT", signedIn(CASEWORKER));
        sessions.save(signedIn);

        before.setLastAccessedTime(Instant.now());
        sessions.save(before);

        assertThat(sessions.findById(first.getId())).isNull();
        assertThat(sessions.findById(signedIn.getId())).isNotNull();
    }

    private static SecurityContext signedIn(String name) {
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(name, "", List.of()));
    }

    @Test
    void touchesNoSessionForTheFilesOfAPage() {
        Visitor caseworker = visitor().signIn(CASEWORKER, "demo");
        JdbcClient database = exchange.bean(JdbcClient.class);
        database.sql("update spring_session set last_access_time = 1").update();

        assertThat(caseworker.get("/favicon.svg").statusCode()).isEqualTo(200);

        assertThat(
                        database.sql(
                                        "select count(*) from spring_session where last_access_time"
                                                + " > 1")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void takesNoFormWithoutItsPagesToken() {
        Visitor visitor = visitor().signIn(CASEWORKER, "demo");

        assertThat(visitor.post("/sign-out", Map.of()).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void endsTheSessionOfWhoeverSignsOut() {
        Visitor visitor = visitor().signIn(CASEWORKER, "demo");

        assertThat(location(visitor.submit("/", "/sign-out", Map.of()))).endsWith("/signed-out");

        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
        assertThat(visitor.page("/signed-out")).contains("You have signed out");
    }

    @Test
    void putsOutWhoeverLeavesTheDirectoryAtTheirNextClick() throws IOException {
        Visitor visitor = visitor().signIn("psychologist@northshire-eps.example", "demo");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        Path file = folder.resolve("directory/northshire-educational-psychology.yaml");
        String before = Files.readString(file);

        Files.writeString(file, before.substring(0, before.indexOf("people:")));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> location(visitor.get("/")).endsWith("/not-known"));
        assertThat(visitor.page("/not-known")).contains("does not know you");
        assertThat(location(visitor.get("/"))).endsWith("/sign-in");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            files.forEach(
                    file -> {
                        try {
                            Files.copy(file, to.resolve(file.getFileName()));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }
}
