package org.ehcexchange.delivery;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.ledger.DeliveriesWaiting;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Shows each partner's deliveries and holds the switch that pauses them.
@Component
class PartnerDesk implements Partners {

    private final JdbcClient database;
    private final Directory directory;
    private final Pauses pauses;
    private final ApplicationEventPublisher events;

    PartnerDesk(
            JdbcClient database,
            Directory directory,
            Pauses pauses,
            ApplicationEventPublisher events) {
        this.database = database;
        this.directory = directory;
        this.pauses = pauses;
        this.events = events;
    }

    @Override
    public List<Partner> all() {
        Map<String, Counts> counts = counts();
        Map<String, Pause> paused = paused();
        return directory.all().stream()
                .filter(organisation -> organisation.channel() != null)
                .map(organisation -> partner(organisation, counts, paused))
                .toList();
    }

    private record Counts(String partner, long waiting, long dead, @Nullable Instant lastSentAt) {
        static final Counts NONE = new Counts("", 0, 0, null);
    }

    private Map<String, Counts> counts() {
        return database
                .sql(
                        """
                        select recipient, count(*) filter (where status in ('ready', 'queued', 'sending', 'collect')),
                          count(*) filter (where status = 'dead'), max(delivered_at)
                        from delivery group by recipient
                        """)
                .query((row, n) -> counts(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Counts::partner, c -> c));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        OffsetDateTime last = row.getObject(4, OffsetDateTime.class);
        return new Counts(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                last == null ? null : last.toInstant());
    }

    private record Paused(String partner, Pause pause) {}

    private Map<String, Pause> paused() {
        return database
                .sql(
                        "select partner, since, reason, by_hand, paused_by, probe_at from"
                                + " partner_pause")
                .query((row, n) -> new Paused(row.getString(1), pause(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Paused::partner, Paused::pause));
    }

    private static Pause pause(ResultSet row) throws SQLException {
        String by = row.getString(5);
        return new Pause(
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                by == null ? null : new OrganisationCode(by),
                row.getBoolean(4) ? null : row.getObject(6, OffsetDateTime.class).toInstant());
    }

    private static Partner partner(
            Organisation organisation, Map<String, Counts> counts, Map<String, Pause> paused) {
        String code = organisation.code().value();
        Counts count = counts.getOrDefault(code, Counts.NONE);
        var channel = organisation.channel();
        return new Partner(
                organisation.code(),
                organisation.name(),
                channel == null ? "none" : channel.code(),
                count.waiting(),
                count.dead(),
                paused.get(code),
                count.lastSentAt());
    }

    @Override
    public Optional<Partner> pause(OrganisationCode code, DeadLetters.Decision decision) {
        if (find(code).isPresent()) {
            pauses.byHand(code.value(), decision);
        }
        return find(code);
    }

    @Override
    public Optional<Partner> resume(OrganisationCode code, DeadLetters.Decision decision) {
        if (find(code).isPresent()) {
            pauses.resume(code.value(), decision);
            events.publishEvent(new DeliveriesWaiting());
        }
        return find(code);
    }

    private Optional<Partner> find(OrganisationCode code) {
        return all().stream().filter(partner -> partner.code().equals(code)).findFirst();
    }
}
