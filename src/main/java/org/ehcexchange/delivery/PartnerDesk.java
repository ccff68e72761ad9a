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

    /// By the indexes of what is under way, and of when each partner last took something.
    private static final String COUNTS =
            """
            with open as (
              select recipient, status, attempts, message_seq from delivery
              where status in ('ready', 'queued', 'sending', 'dead')
              union all
              select recipient, status, attempts, message_seq from delivery where status = 'collect'),
            counted as (
              select recipient, count(*) filter (where status <> 'dead') as waiting,
                count(*) filter (where status = 'dead') as dead, max(attempts) as attempts,
                min(message_seq) filter (where status <> 'dead') as oldest
              from open group by recipient)
            select p.code as partner, coalesce(c.waiting, 0) as waiting, coalesce(c.dead, 0) as dead,
              coalesce(c.attempts, 0) as attempts,
              (select m.accepted_at from message m where m.seq = c.oldest) as oldest,
              (select d.delivered_at from delivery d
               where d.recipient = p.code and d.delivered_at is not null
               order by d.delivered_at desc limit 1) as last_sent
            from unnest(cast(:partners as text[])) p (code) left join counted c on c.recipient = p.code
            """;

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
        List<Organisation> partners =
                directory.all().stream().filter(body -> body.channel() != null).toList();
        Map<String, Counts> counts = counts(partners);
        Map<String, Pause> paused = paused();
        return partners.stream().map(partner -> partner(partner, counts, paused)).toList();
    }

    private record Counts(
            String partner,
            long waiting,
            long dead,
            int attempts,
            @Nullable Instant oldest,
            @Nullable Instant lastSentAt) {
        static final Counts NONE = new Counts("", 0, 0, 0, null, null);
    }

    private Map<String, Counts> counts(List<Organisation> partners) {
        return database
                .sql(COUNTS)
                .param(
                        "partners",
                        partners.stream()
                                .map(partner -> partner.code().value())
                                .toArray(String[]::new))
                .query((row, n) -> counts(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Counts::partner, c -> c));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getString("partner"),
                row.getLong("waiting"),
                row.getLong("dead"),
                row.getInt("attempts"),
                instant(row, "oldest"),
                instant(row, "last_sent"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
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
                count.lastSentAt(),
                count.oldest(),
                count.attempts());
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
