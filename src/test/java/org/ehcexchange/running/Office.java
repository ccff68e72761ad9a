package org.ehcexchange.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The demo's exchange with its people, where the trust is a door that answers as the test tells
/// it, and the neighbouring authority and the trust have people for every duty.
public final class Office implements AutoCloseable {

    public static final String CASEWORKER = "caseworker@northshire.example";
    public static final String ENGINEER = "engineer@northshire.example";
    public static final String AUDITOR = "auditor@northshire.example";

    private static final Instant MORNING = Instant.parse("2026-11-03T09:00:00Z");

    private final RunningExchange exchange;
    private final Partner trust;

    private Office(RunningExchange exchange, Partner trust) {
        this.exchange = exchange;
        this.trust = trust;
    }

    public static Office open(Path folder) throws IOException {
        return open(folder, Map.of());
    }

    /// @param others directory files of more organisations, by name
    public static Office open(Path folder, Map<String, String> others) throws IOException {
        Partner trust = Partner.start();
        Path directory = Files.createDirectories(folder.resolve("directory"));
        copy(Path.of("directory"), directory);
        RunningExchange.organisation(directory, "northshire-childrens-trust", trust(trust.url()));
        RunningExchange.organisation(directory, "southmere", SOUTHMERE);
        others.forEach((name, yaml) -> RunningExchange.organisation(directory, name, yaml));
        return new Office(
                RunningExchange.start(
                        folder.resolve("data"),
                        directory,
                        Map.of(
                                "spring.profiles.active",
                                "demo",
                                "exchange.simulator.story",
                                false,
                                "exchange.simulator.folder",
                                folder.resolve("demo"),
                                "exchange.delivery.attempts",
                                2)),
                trust);
    }

    private static String trust(String url) {
        return """
        code: ODS:RN1
        name: Northshire Children's NHS Trust
        roles: [health-provider]
        secret: demo
        channel:
          type: canonical-push
          endpoint: %s
          login: {type: bearer, token: a-token-for-tests}
        people:
          - {sign-in: auditor@trust.example, name: Mary Dunn, duties: [auditor, engineer], password: demo}
        """
                .formatted(url);
    }

    private static final String SOUTHMERE =
            """
            code: LA:999
            name: Southmere Council
            roles: [authority]
            secret: demo
            channel: {type: canonical-pull}
            people:
              - sign-in: all@southmere.example
                name: Alex Brook
                duties: [caseworker, engineer, auditor]
                password: demo
            """;

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(from)) {
            files = listed.toList();
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    public void accept(EhcMessage message) {
        assertThat(
                        exchange.bean(Acceptance.class)
                                .accept(
                                        Messages.arrival(
                                                exchange.bean(Rows.class), message, MORNING)))
                .isInstanceOf(Outcome.Accepted.class);
    }

    public Visitor visitor(String signIn) {
        return new Visitor(exchange.url("")).signIn(signIn, "demo");
    }

    /// Somebody of the neighbouring authority who has every duty there.
    public Visitor stranger() {
        return visitor("all@southmere.example");
    }

    /// How many entries the audit has of this act by this person.
    public long audited(String act, String person) {
        return exchange.bean(JdbcClient.class)
                .sql("select count(*) from audit where act = ? and detail ->> 'person' = ?")
                .params(act, person)
                .query(Long.class)
                .single();
    }

    public RunningExchange exchange() {
        return exchange;
    }

    public Partner trust() {
        return trust;
    }

    @Override
    public void close() {
        exchange.close();
        trust.close();
    }
}
