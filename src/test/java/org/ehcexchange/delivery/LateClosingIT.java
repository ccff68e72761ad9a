package org.ehcexchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ehcexchange.running.Messages.COUNCIL;
import static org.ehcexchange.running.Messages.TRUST;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.delivery.DeadLetters.Deciding;
import org.ehcexchange.delivery.DeadLetters.Letter;
import org.ehcexchange.delivery.DeadLetters.Query;
import org.ehcexchange.directory.Organisations;
import org.ehcexchange.directory.Reload;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.held.Held;
import org.ehcexchange.running.Folders;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.Partner;
import org.ehcexchange.running.RunningExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What becomes of deliveries whose recipient closes after they were accepted.
class LateClosingIT {

    private static final OrganisationCode MERGED = new OrganisationCode("ODS:RM1");
    private static final DeadLetters.Decision DECISION =
            new DeadLetters.Decision(COUNCIL, "The directory was put right");
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir Path folder;
    private Partner trust;
    private Partner merged;
    private RunningExchange exchange;

    @BeforeEach
    void start() throws IOException {
        trust = Partner.start();
        merged = Partner.start();
        Folders.council(folder.resolve("directory"));
        Folders.provider(folder.resolve("directory"), TRUST.value(), trust.url());
        Folders.provider(folder.resolve("directory"), MERGED.value(), merged.url());
        start(Map.of("exchange.delivery.concurrency", 2));
    }

    private void start(Map<String, Object> settings) {
        exchange =
                RunningExchange.start(
                        folder.resolve("data"), folder.resolve("directory"), settings);
    }

    @AfterEach
    void stop() {
        exchange.close();
        trust.close();
        merged.close();
    }

    @Test
    void sendsWhatWaitedToTheSuccessorOnceAndInOrder() {
        exchange.bean(Partners.class)
                .pause(TRUST, new DeadLetters.Decision(COUNCIL, "Moving house"));
        AdviceRequest first = Messages.request(TRUST, Messages.child());
        AdviceRequest other = Messages.request(TRUST, Messages.child());
        accept(first);
        accept(other);
        accept(Messages.reminder(first));
        accept(Messages.withdrawn(first));

        close(MERGED.value());

        await().atMost(SOON).until(() -> merged.received().size() == 4);
        assertThat(merged.received())
                .allMatch(body -> body.contains("\"to\":\"ODS:RM1\""))
                .filteredOn(body -> body.contains(first.envelope().conversationId().toString()))
                .satisfiesExactly(
                        body -> assertThat(body).contains("\"advice-request\""),
                        body -> assertThat(body).contains("\"advice-reminder\""),
                        body -> assertThat(body).contains("\"advice-withdrawn\""));
        assertThat(trust.attempts()).isEmpty();
        await().atMost(SOON).until(() -> count("delivered", MERGED) == 4);
        assertThat(redirections(first)).isEqualTo(3);
    }

    @Test
    void leavesToTheClosedBodyOnlyWhatIsInHandWhenItCloses() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        trust.answers(body -> waitFor(closed));
        List<AdviceRequest> requests = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            requests.add(Messages.request(TRUST, Messages.child()));
            accept(requests.getLast());
        }
        await().atMost(SOON).until(() -> trust.attempts().size() == 2);
        await().atMost(SOON).until(() -> count("queued", TRUST) == 10);

        close(MERGED.value());
        await().atMost(SOON).until(() -> merged.received().size() == 10);
        closed.countDown();

        await().atMost(SOON).until(() -> trust.received().size() == 2);
        assertThat(requests)
                .allSatisfy(
                        request -> assertThat(timesReceived(request)).as("%s", request).isOne());
    }

    @Test
    void sendsOnWhatTheClosedBodyCouldNotTakeInItsLastMoment() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        trust.answers(
                body -> {
                    waitFor(closed);
                    return 503;
                });
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accept(request);
        accept(Messages.withdrawn(request));
        await().atMost(SOON).until(() -> trust.attempts().size() == 1);

        close(MERGED.value());
        closed.countDown();

        await().atMost(SOON).until(() -> merged.received().size() == 2);
        assertThat(merged.received().getFirst()).contains("\"advice-request\"");
        assertThat(trust.attempts()).hasSize(1);
    }

    @Test
    void replaysADeadLetterOfAClosedBodyToItsSuccessor() {
        trust.answers(body -> 422);
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accept(request);
        accept(Messages.withdrawn(request));
        await().atMost(SOON).until(() -> !dead().isEmpty());

        close(MERGED.value());
        await().atMost(SOON).until(() -> dead().getFirst().to().equals(MERGED));
        assertThat(merged.received()).isEmpty();
        desk().replay(dead().getFirst().id(), DECISION);

        await().atMost(SOON).until(() -> merged.received().size() == 2);
        assertThat(merged.received().getFirst()).contains("\"advice-request\"");
    }

    @Test
    void showsASplitToAPersonAndSendsItOnceTheDirectoryIsPutRight() throws IOException {
        exchange.bean(Partners.class)
                .pause(TRUST, new DeadLetters.Decision(COUNCIL, "Moving house"));
        Folders.provider(folder.resolve("directory"), "ODS:RW1", merged.url());
        accept(Messages.request(TRUST, Messages.child()));

        close("ODS:RM1, ODS:RW1");
        await().atMost(SOON).until(() -> !dead().isEmpty());
        Letter letter = dead().getFirst();
        assertThat(letter.owner()).isEqualTo(COUNCIL);
        assertThat(letter.reason())
                .contains("ODS:RN1 closed on 2024-01-01 and was split")
                .contains("ODS:RM1 (A provider), ODS:RW1 (A provider)");
        assertThat(desk().replay(letter.id(), DECISION)).isInstanceOf(Deciding.NotPossible.class);
        assertThat(merged.attempts()).isEmpty();

        close(MERGED.value());
        await().atMost(SOON).until(() -> dead().getFirst().to().equals(MERGED));
        assertThat(desk().preview(letter.id()).orElseThrow().sends()).contains("goes to ODS:RM1");
        desk().replay(letter.id(), DECISION);
        await().atMost(SOON).until(() -> merged.received().size() == 1);
    }

    @Test
    void sendsToTheSuccessorWhatIsReleasedAfterTheClosing() {
        accept(Messages.request(TRUST, Messages.child(21, "Dunlin", LocalDate.of(2016, 4, 2))));
        await().atMost(SOON).until(() -> trust.received().size() == 1);
        accept(Messages.request(TRUST, Messages.child(21, "Dunlin", LocalDate.of(2016, 4, 3))));

        close(MERGED.value());
        Held held = exchange.bean(Held.class);
        held.release(held.waiting(null, 1).getFirst().id(), new Held.Decision(COUNCIL, "Checked"));

        await().atMost(SOON).until(() -> merged.received().size() == 1);
    }

    @Test
    void showsToAPersonWhatHasNoSuccessor() {
        exchange.bean(Partners.class)
                .pause(TRUST, new DeadLetters.Decision(COUNCIL, "Moving house"));
        accept(Messages.request(TRUST, Messages.child()));

        close("");

        await().atMost(SOON).until(() -> !dead().isEmpty());
        assertThat(dead().getFirst().reason())
                .startsWith("ODS:RN1 closed on 2024-01-01 and has no open successor");
    }

    @Test
    void sendsOnWhatIsTakenBeforeTheNextLook() {
        exchange.close();
        closed(TRUST.value(), MERGED.value());
        start(Map.of("exchange.delivery.look", "1h"));
        exchange.bean(Partners.class).pause(MERGED, new DeadLetters.Decision(COUNCIL, "Moving in"));
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accept(request);
        UUID id = queuedForTheClosedBody();

        assertThat(exchange.bean(Deliveries.class).take(id + " 1")).isNull();

        assertThat(count("ready", MERGED)).isOne();
        assertThat(exchange.bean(Deliveries.class).take(id + " 1")).isNull();
        exchange.bean(Partners.class)
                .resume(MERGED, new DeadLetters.Decision(COUNCIL, "It moved in"));
        await().atMost(SOON).until(() -> merged.received().size() == 1);
    }

    /// As if the body had closed after its delivery was handed to the broker.
    private UUID queuedForTheClosedBody() {
        return exchange.bean(JdbcClient.class)
                .sql(
                        "update delivery set recipient = 'ODS:RN1', status = 'queued', round = 1"
                                + " returning id")
                .query(UUID.class)
                .single();
    }

    private static int waitFor(CountDownLatch closed) {
        try {
            return closed.await(30, TimeUnit.SECONDS) ? 200 : 500;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 500;
        }
    }

    private void close(String successors) {
        closed(TRUST.value(), successors);
        assertThat(exchange.bean(Organisations.class).reload()).isInstanceOf(Reload.Replaced.class);
    }

    private void closed(String code, String successors) {
        RunningExchange.organisation(
                folder.resolve("directory"),
                "ods-rn1",
                """
                code: %s
                name: A provider
                roles: [health-provider]
                closes-on: 2024-01-01
                successors: [%s]
                """
                        .formatted(code, successors));
    }

    private DeadLetters desk() {
        return exchange.bean(DeadLetters.class);
    }

    private List<Letter> dead() {
        return desk().page(new Query("dead", null, null, 10)).deliveries();
    }

    private void accept(EhcMessage message) {
        Outcome outcome =
                exchange.bean(Acceptance.class)
                        .accept(
                                Messages.arrival(
                                        exchange.bean(Rows.class),
                                        message,
                                        Instant.parse("2026-11-03T09:00:00Z")));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }

    private long timesReceived(AdviceRequest request) {
        String id = request.envelope().messageId().toString();
        return java.util.stream.Stream.of(trust, merged)
                .flatMap(partner -> partner.received().stream())
                .filter(body -> body.contains(id))
                .count();
    }

    private int count(String status, OrganisationCode recipient) {
        return exchange.bean(JdbcClient.class)
                .sql("select count(*) from delivery where status = ? and recipient = ?")
                .params(status, recipient.value())
                .query(Integer.class)
                .single();
    }

    /// Of one conversation: one for each message that waited, and one for itself while it is open.
    private int redirections(AdviceRequest request) {
        return exchange.bean(JdbcClient.class)
                .sql(
                        "select count(*) from audit where act = 'redirected' and"
                                + " conversation_id = ?")
                .param(request.envelope().conversationId().value())
                .query(Integer.class)
                .single();
    }
}
