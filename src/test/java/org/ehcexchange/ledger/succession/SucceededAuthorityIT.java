package org.ehcexchange.ledger.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ehcexchange.running.Messages.TRUST;

import org.ehcexchange.canonical.AdviceReminder;
import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Organisations;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.advice.Reminders;
import org.ehcexchange.ledger.inbox.Inbox;
import org.ehcexchange.ledger.reading.Conversations;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.RunningExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the exchange does in an authority's name goes on in its successor's.
class SucceededAuthorityIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final OrganisationCode SUCCESSOR = new OrganisationCode("LA:996");

    @TempDir Path folder;

    @Test
    void remindsInTheNameOfTheAuthorityThatTookOver() {
        Path directory = folder.resolve("directory");
        organisation("LA:998", "authority", "channel: {type: canonical-pull}");
        organisation("LA:996", "authority", "channel: {type: canonical-pull}");
        organisation("ODS:RN1", "health-provider", "channel: {type: canonical-pull}");
        try (RunningExchange exchange =
                RunningExchange.start(
                        folder.resolve("data"),
                        directory,
                        Map.of("exchange.reminders.look", "200ms"))) {
            Instant fourWeeksAgo = InstantSource.system().instant().minus(Duration.ofDays(30));
            AdviceRequest request = Messages.request(TRUST, Messages.child());
            accept(exchange, request, fourWeeksAgo);
            organisation("LA:998", "authority", "closes-on: 2024-01-01\nsuccessors: [LA:996]");
            exchange.bean(Organisations.class).reload();

            accept(exchange, Messages.acknowledged(request), fourWeeksAgo);

            await().atMost(SOON).until(() -> reminder(exchange).isPresent());
            assertThat(reminder(exchange).orElseThrow().envelope())
                    .satisfies(
                            envelope -> {
                                assertThat(envelope.from()).isEqualTo(SUCCESSOR);
                                assertThat(envelope.to()).isEqualTo(TRUST);
                                assertThat(envelope.conversationId())
                                        .isEqualTo(request.envelope().conversationId());
                            });
        }
    }

    @Test
    void showsAPersonWhomNobodyAloneCanBeRemindedInsteadOf() {
        Path directory = folder.resolve("directory");
        organisation("LA:998", "authority", "channel: {type: canonical-pull}");
        organisation("ODS:RN1", "health-provider", "channel: {type: canonical-pull}");
        organisation("ODS:RM1", "health-provider", "channel: {type: canonical-pull}");
        organisation("ODS:RW1", "health-provider", "channel: {type: canonical-pull}");
        try (RunningExchange exchange =
                RunningExchange.start(
                        folder.resolve("data"),
                        directory,
                        Map.of("exchange.reminders.look", "1h"))) {
            Instant fourWeeksAgo = InstantSource.system().instant().minus(Duration.ofDays(30));
            AdviceRequest request = Messages.request(TRUST, Messages.child());
            accept(exchange, request, fourWeeksAgo);
            accept(exchange, Messages.acknowledged(request), fourWeeksAgo);
            assertThat(stranded(exchange)).isEmpty();
            organisation(
                    "ODS:RN1",
                    "health-provider",
                    "closes-on: 2024-01-01\nsuccessors: [ODS:RM1, ODS:RW1]");
            exchange.bean(Organisations.class).reload();

            exchange.bean(Reminders.class).sendDue();

            assertThat(stranded(exchange))
                    .extracting(Conversations.Summary::id)
                    .containsExactly(request.envelope().conversationId());
            assertThat(timeline(exchange, request))
                    .anyMatch(
                            step ->
                                    step.startsWith("reminder-not-sent: ODS:RN1 closed")
                                            && step.contains("ODS:RM1")
                                            && step.contains("ODS:RW1"));
            assertThat(exchange.bean(Reminders.class).sendDue()).isZero();
        }
    }

    private static List<Conversations.Summary> stranded(RunningExchange exchange) {
        return exchange.bean(Conversations.class)
                .page(
                        new OrganisationCode("LA:998"),
                        new Conversations.Query(null, "stranded", null, null, 10))
                .conversations();
    }

    private static List<String> timeline(RunningExchange exchange, AdviceRequest request) {
        return exchange
                .bean(Conversations.class)
                .conversation(request.envelope().from(), request.envelope().conversationId())
                .orElseThrow()
                .timeline()
                .stream()
                .map(Conversations.Step::what)
                .toList();
    }

    private static Optional<EhcMessage> reminder(RunningExchange exchange) {
        return exchange.bean(Inbox.class).waiting(TRUST, null, 50).items().stream()
                .map(Inbox.Item::message)
                .filter(AdviceReminder.class::isInstance)
                .findFirst();
    }

    private static void accept(RunningExchange exchange, EhcMessage message, Instant at) {
        assertThat(
                        exchange.bean(Acceptance.class)
                                .accept(Messages.arrival(exchange.bean(Rows.class), message, at)))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private void organisation(String code, String role, String more) {
        RunningExchange.organisation(
                folder.resolve("directory"),
                code.replace(':', '-'),
                """
                code: %s
                name: Organisation %s
                roles: [%s]
                %s
                """
                        .formatted(code, code, role, more));
    }
}
