package org.ehcexchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ehcexchange.running.Messages.TRUST;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.running.Folders;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.Partner;
import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.running.StandaloneBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Two exchanges on one external PostgreSQL and one external Artemis, the shape of docker-
/// compose.yml.
class TwoInstancesIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Instant MORNING = Instant.parse("2026-11-03T09:00:00Z");

    @TempDir static Path folder;
    private static EmbeddedPostgres database;
    private static StandaloneBroker broker;
    private static Partner trust;
    private static RunningExchange one;
    private static RunningExchange two;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assertThat(StandaloneBroker.isThere())
                .as("the build unpacks the standalone broker before integration tests")
                .isTrue();
        database = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
        broker = StandaloneBroker.start(Files.createDirectories(folder.resolve("artemis")));
        trust = Partner.start();
        Folders.council(folder.resolve("directory"));
        Folders.provider(folder.resolve("directory"), TRUST.value(), trust.url());
        one = instance("one");
        two = instance("two");
    }

    private static RunningExchange instance(String name) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("exchange.database.url", database.getJdbcUrl("postgres", "postgres"));
        settings.put("exchange.database.user", "postgres");
        settings.put("exchange.broker.url", broker.url());
        settings.put("exchange.broker.user", "exchange");
        settings.put("exchange.broker.password", "exchange");
        return RunningExchange.start(folder.resolve(name), folder.resolve("directory"), settings);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        one.close();
        two.close();
        trust.close();
        broker.close();
        database.close();
    }

    @Test
    void shareTheWorkWithoutDoublingAndKeepEachConversationInOrder() {
        trust.received().clear();
        List<AdviceRequest> requests = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            AdviceRequest request = Messages.request(TRUST, Messages.child());
            requests.add(request);
            accept(i % 2 == 0 ? one : two, request);
            accept(i % 2 == 0 ? two : one, Messages.withdrawn(request));
        }
        await().atMost(SOON).until(() -> open() == 0);
        assertThat(trust.received()).hasSize(120).doesNotHaveDuplicates();
        requests.forEach(TwoInstancesIT::cameInOrder);
    }

    private static void cameInOrder(AdviceRequest request) {
        String conversation = request.envelope().conversationId().toString();
        assertThat(trust.received())
                .filteredOn(body -> body.contains(conversation))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"advice-request\""),
                        second -> assertThat(second).contains("\"advice-withdrawn\""));
    }

    @Test
    void loseNothingWhenTheBrokerIsKilledUnderThem() throws IOException, InterruptedException {
        trust.received().clear();
        Set<String> accepted = new HashSet<>();
        for (int i = 0; i < 90; i++) {
            if (i == 30) {
                broker.kill();
            }
            if (i == 60) {
                broker.startAgain();
            }
            AdviceRequest request = Messages.request(TRUST, Messages.child());
            accept(i % 2 == 0 ? one : two, request);
            accepted.add(request.envelope().messageId().toString());
        }
        await().atMost(SOON).until(() -> open() == 0);
        assertThat(accepted)
                .allSatisfy(id -> assertThat(trust.received()).anyMatch(b -> b.contains(id)));
    }

    private static void accept(RunningExchange exchange, EhcMessage message) {
        Outcome outcome =
                exchange.bean(Acceptance.class)
                        .accept(Messages.arrival(exchange.bean(Rows.class), message, MORNING));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }

    private static long open() {
        return one.bean(JdbcClient.class)
                .sql("select count(*) from delivery where status <> 'delivered'")
                .query(Long.class)
                .single();
    }
}
