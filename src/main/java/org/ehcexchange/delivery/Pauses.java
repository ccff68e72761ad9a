package org.ehcexchange.delivery;

import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Rows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Partners that are away: paused alone, tried again by themselves, and shown as paused.
@Component
class Pauses {

    private static final Logger log = LoggerFactory.getLogger(Pauses.class);

    private final JdbcClient database;
    private final Audit audit;
    private final InstantSource clock;
    private final DeliverySettings settings;

    Pauses(JdbcClient database, Audit audit, InstantSource clock, DeliverySettings settings) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    /// Pauses a partner that cannot be reached; one that is paused already stays as it is.
    void away(String partner, String reason) {
        if (add(partner, reason, false)) {
            log.warn(
                    "{} is paused: {}. Its deliveries wait; it is tried again by itself.",
                    partner,
                    reason);
            audit.add(
                    new Audit.Act(
                            "exchange",
                            "paused",
                            null,
                            null,
                            Map.of("partner", partner, "reason", reason)));
        }
    }

    /// Pauses a partner until a person resumes it.
    void byHand(String partner, DeadLetters.Decision decision) {
        add(partner, decision.reason(), true);
        database.sql(
                        "update partner_pause set by_hand = true, paused_by = :by, reason = :reason"
                                + " where partner = :partner")
                .param("partner", partner)
                .param("by", decision.by().value())
                .param("reason", decision.reason())
                .update();
        decided("paused", partner, decision);
    }

    private boolean add(String partner, String reason, boolean byHand) {
        Instant now = clock.instant();
        return database.sql(
                                """
                                insert into partner_pause (partner, since, reason, by_hand, probe_at)
                                values (:partner, :now, :reason, :byHand, :probeAt) on conflict do nothing
                                """)
                        .param("partner", partner)
                        .param("now", Rows.time(now))
                        .param("reason", reason)
                        .param("byHand", byHand)
                        .param("probeAt", Rows.time(now.plus(settings.firstProbe())))
                        .update()
                == 1;
    }

    /// Lifts the pause of a partner for which nothing waits any more.
    void liftIfNothingWaits(String partner) {
        if (!database.sql(
                        """
                        select exists (select 1 from delivery where recipient = :partner
                          and status in ('ready', 'queued', 'sending'))
                        """)
                .param("partner", partner)
                .query(Boolean.class)
                .single()) {
            lift(partner);
        }
    }

    /// Lets a partner's deliveries go again, unless a person paused it.
    void lift(String partner) {
        if (database.sql("delete from partner_pause where partner = :partner and not by_hand")
                        .param("partner", partner)
                        .update()
                == 1) {
            log.info("{} is back; its deliveries go on", partner);
            audit.add(new Audit.Act("exchange", "resumed", null, null, Map.of("partner", partner)));
        }
    }

    void resume(String partner, DeadLetters.Decision decision) {
        database.sql("delete from partner_pause where partner = :partner")
                .param("partner", partner)
                .update();
        decided("resumed", partner, decision);
    }

    private void decided(String act, String partner, DeadLetters.Decision decision) {
        audit.add(
                new Audit.Act(
                        decision.by().value(),
                        act,
                        null,
                        null,
                        Audit.by(
                                decision.person(),
                                Map.of("partner", partner, "reason", decision.reason()))));
    }

    /// The partners to try now; each is given to one instance only, and its next try put off.
    List<String> dueForProbe() {
        Instant now = clock.instant();
        return database.sql(
                        """
                        update partner_pause set probes = probes + 1, probe_at = cast(:now as timestamptz)
                          + least(:longest, :first * power(2, least(probes, 20))) * interval '1 second'
                        where partner in (select partner from partner_pause
                          where not by_hand and probe_at <= :now for update skip locked)
                        returning partner
                        """)
                .param("now", Rows.time(now))
                .param("first", seconds(settings.firstProbe()))
                .param("longest", seconds(settings.longestProbe()))
                .query(String.class)
                .list();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
