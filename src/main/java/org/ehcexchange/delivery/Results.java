package org.ehcexchange.delivery;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Delivered;
import org.ehcexchange.ledger.DeliveriesWaiting;
import org.ehcexchange.ledger.Rows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/// Records how an attempt ended, and what follows: proof and clock, another try, a pause, or a
/// person.
@Component
class Results {

    private static final Logger log = LoggerFactory.getLogger(Results.class);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Pauses pauses;
    private final RequestClocks clocks;
    private final Audit audit;
    private final InstantSource clock;
    private final DeliverySettings settings;
    private final ApplicationEventPublisher events;

    Results(
            JdbcClient database,
            TransactionTemplate transaction,
            Pauses pauses,
            RequestClocks clocks,
            Audit audit,
            InstantSource clock,
            DeliverySettings settings,
            ApplicationEventPublisher events) {
        this.database = database;
        this.transaction = transaction;
        this.pauses = pauses;
        this.clocks = clocks;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
        this.events = events;
    }

    void record(Consignment consignment, Sending sending) {
        transaction.executeWithoutResult(
                status -> {
                    switch (sending) {
                        case Sending.Sent sent -> sent(consignment, sent);
                        case Sending.TryAgain again -> tryAgain(consignment, again.reason());
                        case Sending.Unreachable away -> unreachable(consignment, away.reason());
                        case Sending.Failed failed ->
                                dead(consignment, consignment.sender().code(), failed.reason());
                    }
                });
        events.publishEvent(new DeliveriesWaiting());
    }

    private void sent(Consignment consignment, Sending.Sent sent) {
        Instant now = clock.instant();
        Then then =
                database.sql(
                                """
                                with d as (
                                  update delivery set status = 'delivered', attempts = attempts + 1, proof = :proof,
                                    wire = :wire, delivered_at = :now, changed_at = :now, reason = null
                                  where id = :id returning message_seq, recipient),
                                t as (
                                  insert into delivery_attempt (delivery_id, at, outcome, reason)
                                  values (:id, :now, 'sent', :proof)),
                                a as (
                                  insert into audit (at, actor, act, message_id, conversation_id, detail)
                                  values (:now, 'exchange', 'delivered', :message, :conversation,
                                    jsonb_build_object('to', cast(:recipient as text), 'proof', cast(:proof as text))))
                                select exists (select 1 from partner_pause where partner = :recipient),
                                  exists (select 1 from conversation
                                    where id = :conversation and state = 'withdrawn')
                                """)
                        .param("proof", sent.proof())
                        .param("wire", sent.wire())
                        .param("now", Rows.time(now))
                        .param("id", consignment.id())
                        .param("message", consignment.messageId().value())
                        .param(
                                "conversation",
                                message(consignment).envelope().conversationId().value())
                        .param("recipient", consignment.recipient().code().value())
                        .query((row, n) -> new Then(row.getBoolean(1), row.getBoolean(2)))
                        .single();
        if (then.paused()) {
            pauses.lift(consignment.recipient().code().value());
        }
        clocks.sent(consignment, then.withdrawn(), now);
        tell(message(consignment), now);
    }

    private void tell(EhcMessage message, Instant now) {
        if (!message.type().concernsAdvice()) {
            events.publishEvent(Delivered.of(message, now));
        }
    }

    /// How things stand once it was sent.
    ///
    /// @param paused its recipient, who is there after all
    /// @param withdrawn its request, while it was on its way
    private record Then(boolean paused, boolean withdrawn) {}

    private void tryAgain(Consignment consignment, String reason) {
        attempt(consignment.id(), "try-again", reason);
        if (consignment.attempt() >= settings.attempts()) {
            dead(
                    consignment,
                    consignment.sender().code(),
                    "%s, %d times".formatted(reason, consignment.attempt()));
        } else {
            back(consignment.id(), 1, wait(consignment.attempt()), reason);
        }
    }

    private void unreachable(Consignment consignment, String reason) {
        attempt(consignment.id(), "unreachable", reason);
        back(consignment.id(), 0, Duration.ZERO, reason);
        pauses.away(consignment.recipient().code().value(), reason);
    }

    /// Exponential with full jitter over its upper half, so that partners that come back are not
    /// met by a wave.
    private Duration wait(int attempt) {
        long longest = settings.longestRetry().toMillis();
        long step =
                Math.min(longest, settings.firstRetry().toMillis() << Math.min(attempt - 1, 20));
        return Duration.ofMillis(step / 2 + ThreadLocalRandom.current().nextLong(step / 2 + 1));
    }

    private void back(UUID id, int spent, Duration wait, String reason) {
        Instant now = clock.instant();
        database.sql(
                        """
                        update delivery set status = 'ready', attempts = attempts + :spent, not_before = :notBefore,
                          changed_at = :now, reason = :reason where id = :id
                        """)
                .param("spent", spent)
                .param("notBefore", Rows.time(now.plus(wait)))
                .param("now", Rows.time(now))
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private void dead(Consignment consignment, OrganisationCode owner, String reason) {
        attempt(consignment.id(), "failed", reason);
        end(consignment.id(), "dead", owner, reason);
        clocks.ended(consignment, clock.instant());
        EhcMessage message = message(consignment);
        log.warn(
                "Message {} to {} needs a person at {}: {}",
                consignment.messageId(),
                consignment.recipient().code(),
                owner,
                reason);
        audit.add(
                new Audit.Act(
                        "exchange",
                        "dead",
                        consignment.messageId(),
                        message.envelope().conversationId(),
                        Map.of(
                                "to",
                                consignment.recipient().code().value(),
                                "owner",
                                owner.value(),
                                "reason",
                                reason)));
    }

    /// The gate refuses today what it let go when it was accepted: a body that closed since.
    void refusedNow(DeliveryRows.Loaded taken, Consignments.Making.Refused refused) {
        List<Violation> reasons = refused.refused().reasons();
        String why = reasons.stream().map(Violation::problem).collect(Collectors.joining("; "));
        Envelope envelope = refused.message().envelope();
        transaction.executeWithoutResult(
                status -> {
                    end(taken.id(), "dead", envelope.from(), "the gate refuses it now: " + why);
                    audit.add(
                            new Audit.Act(
                                    "exchange",
                                    "refused",
                                    envelope.messageId(),
                                    envelope.conversationId(),
                                    Map.of("to", taken.recipient(), "reasons", reasons)));
                });
    }

    private void end(UUID id, String status, OrganisationCode owner, String reason) {
        database.sql(
                        """
                        update delivery set status = :status, attempts = attempts + 1, owner = :owner,
                          reason = :reason, changed_at = :now where id = :id
                        """)
                .param("status", status)
                .param("owner", owner.value())
                .param("reason", reason)
                .param("now", Rows.time(clock.instant()))
                .param("id", id)
                .update();
    }

    private void attempt(UUID id, String outcome, String reason) {
        database.sql(
                        "insert into delivery_attempt (delivery_id, at, outcome, reason) values"
                                + " (:id, :now, :outcome, :reason)")
                .param("id", id)
                .param("now", Rows.time(clock.instant()))
                .param("outcome", outcome)
                .param("reason", reason)
                .update();
    }

    private static EhcMessage message(Consignment consignment) {
        return consignment.cleared().message();
    }
}
