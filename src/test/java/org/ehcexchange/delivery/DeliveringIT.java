package org.ehcexchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ehcexchange.running.Messages.COUNCIL;
import static org.ehcexchange.running.Messages.TRUST;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// How deliveries fare with partners that answer, refuse, are busy, go away and come back.
class DeliveringIT {

    private static final OrganisationCode OTHER = new OrganisationCode("ODS:RN2");
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir Path folder;
    private Partner trust;
    private Partner other;
    private RunningExchange exchange;

    @BeforeEach
    void start() throws IOException {
        trust = Partner.start();
        other = Partner.start();
        Folders.council(folder.resolve("directory"));
        Folders.provider(folder.resolve("directory"), TRUST.value(), trust.url());
        Folders.provider(folder.resolve("directory"), OTHER.value(), other.url());
        exchange =
                RunningExchange.start(
                        folder.resolve("data"),
                        folder.resolve("directory"),
                        Map.of("exchange.delivery.attempts", 4));
    }

    @AfterEach
    void stop() {
        exchange.close();
        trust.close();
        other.close();
    }

    @Test
    void startsTheClockWithTheProofOfDelivery() {
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accept(request);
        await().atMost(SOON).until(() -> status(request).equals("delivered"));
        assertThat(one("select proof from delivery", String.class)).isEqualTo("HTTP 200");
        assertThat(one("select due_on - received_on from advice_clock", Integer.class))
                .isEqualTo(42);
    }

    @Test
    void keepsTheOrderOfAConversationWhenTheFirstMessageHasToWait() {
        AtomicInteger busy = new AtomicInteger(2);
        trust.answers(body -> busy.getAndDecrement() > 0 ? 503 : 200);
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accept(request);
        accept(Messages.withdrawn(request));
        await().atMost(SOON).until(() -> trust.received().size() == 2);
        assertThat(trust.received().get(0)).contains("\"advice-request\"");
        assertThat(trust.received().get(1)).contains("\"advice-withdrawn\"");
    }

    @Test
    void stopsTheClockOfAWithdrawnRequestThoughTheWithdrawalCannotBeDelivered() {
        AtomicInteger busy = new AtomicInteger(1);
        trust.answers(
                body ->
                        body.contains("\"advice-withdrawn\"")
                                ? 422
                                : busy.getAndDecrement() > 0 ? 503 : 200);
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accept(request);
        accept(Messages.withdrawn(request));

        await().atMost(SOON)
                .until(
                        () ->
                                one(
                                                "select count(*) from delivery where status ="
                                                        + " 'dead'",
                                                Long.class)
                                        == 1);
        assertThat(one("select state from advice_clock", String.class)).isEqualTo("stopped");
    }

    @Test
    void sendsTheSameBytesOnEveryAttempt() {
        AtomicInteger busy = new AtomicInteger(2);
        trust.answers(body -> busy.getAndDecrement() > 0 ? 429 : 200);
        accept(Messages.request(TRUST, Messages.child()));
        await().atMost(SOON).until(() -> trust.received().size() == 1);
        assertThat(trust.attempts()).hasSize(3).containsOnly(trust.received().getFirst());
    }

    @Test
    void pausesAPartnerThatIsAwayAloneAndSpendsNoAttempt() throws IOException {
        trust.goesDown();
        AdviceRequest toTrust = Messages.request(TRUST, Messages.child());
        AdviceRequest toOther = Messages.request(OTHER, Messages.child());
        accept(toTrust);
        accept(toOther);
        await().atMost(SOON).until(() -> pause(TRUST) != null && other.received().size() == 1);
        assertThat(pause(OTHER)).isNull();
        for (int i = 0; i < 20; i++) {
            accept(Messages.request(TRUST, Messages.child()));
        }
        await().atMost(SOON)
                .until(() -> one("select probes from partner_pause", Integer.class) >= 3);
        assertThat(
                        one(
                                "select max(attempts) from delivery where recipient = 'ODS:RN1'",
                                Integer.class))
                .isZero();
        trust.comesBack();
        await().atMost(SOON).until(() -> trust.received().size() == 21);
        assertThat(pause(TRUST)).isNull();
    }

    @Test
    void leavesARefusalToAPersonWhoReplaysItUnderTheSameId() {
        trust.answers(body -> 422);
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accept(request);
        DeadLetters desk = exchange.bean(DeadLetters.class);
        await().atMost(SOON).until(() -> !dead(desk).isEmpty());
        DeadLetters.Letter letter = dead(desk).getFirst();
        assertThat(letter.owner()).isEqualTo(COUNCIL);
        assertThat(letter.reason()).contains("422");
        trust.answers(body -> 200);
        assertThat(desk.preview(letter.id()).orElseThrow().sends())
                .contains(request.envelope().messageId().toString());
        assertThat(trust.received()).isEmpty();
        desk.replay(letter.id(), new DeadLetters.Decision(COUNCIL, "The trust mended its side"));
        await().atMost(SOON).until(() -> trust.received().size() == 1);
        assertThat(trust.attempts()).hasSize(2);
        assertThat(trust.attempts().get(1)).isEqualTo(trust.attempts().get(0));
        assertThat(desk.replay(letter.id(), new DeadLetters.Decision(COUNCIL, "again")))
                .isInstanceOf(DeadLetters.Deciding.NotPossible.class);
    }

    @Test
    void holdsBackWhatFollowsADeadLetterUntilItIsDiscarded() {
        trust.answers(body -> body.contains("\"advice-request\"") ? 400 : 200);
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accept(request);
        accept(Messages.withdrawn(request));
        DeadLetters desk = exchange.bean(DeadLetters.class);
        await().atMost(SOON).until(() -> !dead(desk).isEmpty());
        assertThat(trust.received()).isEmpty();
        desk.discard(dead(desk).getFirst().id(), new DeadLetters.Decision(COUNCIL, "Withdrawn"));
        await().atMost(SOON).until(() -> trust.received().size() == 1);
    }

    @Test
    void leavesToAPersonWhatWasTriedOftenEnough() {
        trust.answers(body -> 503);
        accept(Messages.request(TRUST, Messages.child()));
        DeadLetters desk = exchange.bean(DeadLetters.class);
        await().atMost(SOON).until(() -> !dead(desk).isEmpty());
        assertThat(trust.attempts()).hasSize(4);
    }

    @Test
    void waitsForAPersonWhoPausedThePartner() {
        Partners partners = exchange.bean(Partners.class);
        partners.pause(TRUST, new DeadLetters.Decision(COUNCIL, "Maintenance at the trust"));
        accept(Messages.request(TRUST, Messages.child()));
        accept(Messages.request(OTHER, Messages.child()));
        await().atMost(SOON).until(() -> other.received().size() == 1);
        assertThat(trust.attempts()).isEmpty();
        partners.resume(TRUST, new DeadLetters.Decision(COUNCIL, "It is back"));
        await().atMost(SOON).until(() -> trust.received().size() == 1);
    }

    @Test
    void deliversToAPartnerWhoseFileWasAddedWhileRunning() throws IOException {
        try (Partner newcomer = Partner.start()) {
            OrganisationCode code = new OrganisationCode("ODS:RN3");
            Folders.provider(folder.resolve("directory"), code.value(), newcomer.url());
            exchange.bean(org.ehcexchange.directory.Organisations.class).reload();
            accept(Messages.request(code, Messages.child()));
            await().atMost(SOON).until(() -> newcomer.received().size() == 1);
        }
    }

    @Test
    void goesOnAfterARestartWhereItStopped() throws IOException {
        trust.goesDown();
        accept(Messages.request(TRUST, Messages.child()));
        await().atMost(SOON).until(() -> pause(TRUST) != null);
        exchange.close();
        trust.comesBack();
        exchange =
                RunningExchange.start(
                        folder.resolve("data"), folder.resolve("directory"), Map.of());
        await().atMost(SOON).until(() -> trust.received().size() == 1);
    }

    private List<DeadLetters.Letter> dead(DeadLetters desk) {
        return desk.page(new DeadLetters.Query("dead", null, null, 10)).deliveries();
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

    private Partners.Pause pause(OrganisationCode partner) {
        return exchange.bean(Partners.class).all().stream()
                .filter(p -> p.code().equals(partner))
                .findFirst()
                .orElseThrow()
                .pause();
    }

    private String status(EhcMessage message) {
        return exchange.bean(JdbcClient.class)
                .sql(
                        "select d.status from delivery d join message m on m.seq = d.message_seq"
                                + " where m.message_id = ?")
                .param(message.envelope().messageId().value())
                .query(String.class)
                .single();
    }

    private <T> T one(String sql, Class<T> type) {
        return exchange.bean(JdbcClient.class).sql(sql).query(type).single();
    }
}
