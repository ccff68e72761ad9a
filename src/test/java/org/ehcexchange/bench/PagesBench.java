package org.ehcexchange.bench;

import static org.awaitility.Awaitility.await;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.Office;
import org.ehcexchange.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/// How long each page takes with a year of England's messages in the database, as a browser on the
/// same machine sees it. Run by `./mvnw -q -Pbench verify -Dbench.what=PagesBench`.
class PagesBench {

    private static final int WARM = 30;
    private static final int ROUNDS = 31;

    @TempDir static Path folder;

    private Office office;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void measure() throws IOException {
        office = Office.open(folder);
        office.trust().answers(body -> 200);
        AdviceRequest request = oneWholeExchange();
        long began = System.nanoTime();
        new Year(database()).make();
        print("a year of %d conversations made in %d s", Year.CONVERSATIONS, seconds(began));
        caseworker(request);
        engineer();
        auditor();
        tray();
        office.close();
    }

    private AdviceRequest oneWholeExchange() {
        AdviceRequest request = Messages.request(Messages.TRUST, Messages.child());
        office.accept(request);
        office.accept(Messages.acknowledged(request));
        office.accept(Messages.provided(request));
        await().atMost(Duration.ofSeconds(30)).until(() -> undelivered() == 0);
        return request;
    }

    private long undelivered() {
        return database()
                .sql("select count(*) from delivery where status not in ('delivered', 'collect')")
                .query(Long.class)
                .single();
    }

    private JdbcClient database() {
        return office.exchange().bean(JdbcClient.class);
    }

    private void caseworker(AdviceRequest request) {
        Visitor you = office.visitor(Office.CASEWORKER);
        pages(you, "/", "/conversations", "/held", "/plans", "/notifications", "/timeliness");
        pages(you, "/timeliness/months.csv");
        pages(you, "/conversations/" + request.envelope().conversationId());
        search(you, Map.of("caseReference", "EHC-3000"));
        search(you, Map.of("nhsNumber", request.envelope().child().nhsNumber().value()));
        search(you, Map.of("message", request.envelope().messageId().toString()));
        search(you, Map.of("body", "ODS:RN1", "state", "provided"));
        search(you, Map.of("state", "nothing-known"));
        search(you, Map.of("from", "2026-01-01", "until", "2026-03-01"));
    }

    private void engineer() {
        pages(
                office.visitor(Office.ENGINEER),
                "/",
                "/deliveries",
                "/partners",
                "/partners/ODS:RN1");
    }

    private void auditor() {
        Visitor you = office.visitor(Office.AUDITOR);
        pages(you, "/audit", "/timeliness");
        time(
                "/audit, one authority",
                () -> you.submit("/audit", "/audit", Map.of("organisation", "LA:998")));
        time("/audit, a rare act", () -> you.submit("/audit", "/audit", Map.of("act", "viewed")));
        time(
                "/audit, a case",
                () -> you.submit("/audit", "/audit", Map.of("caseReference", "EHC-3000")));
    }

    private void tray() {
        pages(office.visitor("senco@brookside.example"), "/", "/worktray", "/conversations");
    }

    private void search(Visitor you, Map<String, String> fields) {
        time("/search " + fields.keySet(), () -> you.submit("/search", "/search", fields));
    }

    private static void pages(Visitor you, String... paths) {
        for (String path : paths) {
            time(path, () -> you.get(path));
        }
    }

    private static void time(String what, Supplier<HttpResponse<String>> ask) {
        for (int i = 0; i < WARM; i++) {
            ask.get();
        }
        List<Long> taken = LongStream.range(0, ROUNDS).mapToObj(i -> once(ask)).sorted().toList();
        print(
                "%-50s %d  median %3d ms  slowest %3d ms",
                what, ask.get().statusCode(), taken.get(ROUNDS / 2), taken.getLast());
    }

    private static long once(Supplier<HttpResponse<String>> ask) {
        long began = System.nanoTime();
        ask.get();
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private static long seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.UK, format, values));
    }
}
