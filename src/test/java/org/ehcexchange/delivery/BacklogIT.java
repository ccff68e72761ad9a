package org.ehcexchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ehcexchange.running.Messages.TRUST;

import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.running.Folders;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.Partner;
import org.ehcexchange.running.RunningExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// More deliveries than the broker keeps in memory: it pages them to disk, and none is lost.
class BacklogIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final int MESSAGES = 400;

    @TempDir Path folder;

    @Test
    void pagesABacklogToDiskAndDeliversAllOfIt() throws IOException {
        CountDownLatch open = new CountDownLatch(1);
        Folders.council(folder.resolve("directory"));
        try (Partner trust = Partner.start()) {
            trust.answers(body -> answerOnce(open));
            Folders.provider(folder.resolve("directory"), TRUST.value(), trust.url());
            try (RunningExchange exchange =
                    RunningExchange.start(
                            folder.resolve("data"),
                            folder.resolve("directory"),
                            Map.of("exchange.broker.memory", "64KB"))) {
                fill(exchange);
                await().atMost(LONG).until(() -> count(exchange, "ready") == 0);
                assertThat(pages()).isPositive();
                open.countDown();
                await().atMost(LONG).until(() -> count(exchange, "delivered") == MESSAGES);
            }
            assertThat(trust.received()).hasSize(MESSAGES).doesNotHaveDuplicates();
        }
    }

    private static int answerOnce(CountDownLatch open) {
        try {
            open.await();
            return 200;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 503;
        }
    }

    private static void fill(RunningExchange exchange) {
        Rows rows = exchange.bean(Rows.class);
        Acceptance acceptance = exchange.bean(Acceptance.class);
        for (int i = 0; i < MESSAGES; i++) {
            assertThat(
                            acceptance.accept(
                                    Messages.arrival(
                                            rows,
                                            Messages.request(TRUST, Messages.child()),
                                            Instant.parse("2026-11-03T09:00:00Z"))))
                    .isInstanceOf(Outcome.Accepted.class);
        }
    }

    private long pages() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data/artemis/paging"))) {
            return files.filter(file -> file.toString().endsWith(".page")).count();
        }
    }

    private static long count(RunningExchange exchange, String status) {
        return exchange.bean(JdbcClient.class)
                .sql("select count(*) from delivery where status = ?")
                .param(status)
                .query(Long.class)
                .single();
    }
}
