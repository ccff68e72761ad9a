package org.ehcexchange.agency.health;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.delivery.Consignment;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.disclosure.Circumstances;
import org.ehcexchange.disclosure.Cleared;
import org.ehcexchange.disclosure.Gate;
import org.ehcexchange.ledger.FactsOnRecord;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.commissioner.CommissionerClocks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// [HealthView] on the ledger. Looking is a disclosure: each request passes the gate again.
///
/// Moments are told in milliseconds, as FHIR's meta.lastUpdated has them here: who searches from
/// the last one seen does not see it again.
@Component
final class LedgerHealthView implements HealthView {

    private static final String COLUMNS =
            """
            select c.id, c.revision, c.state, k.received_on, k.due_on,
                   date_trunc('milliseconds', c.changed_at) changed_at,
                   m.canonical, m.accepted_at, r.accepted_at as request_at, h.protected, %s
            from conversation c
            left join child h on h.id = c.child_id
            join message r on r.conversation_id = c.id
                          and r.message_id = c.request_id and r.sender = c.authority
            left join advice_clock k on k.conversation_id = c.id
            """
                    .formatted(FactsOnRecord.COLUMN.formatted("c"));

    private static final String REQUESTS =
            COLUMNS
                    + """
                    join message m on m.seq = r.seq
                    where c.adviser in (:owners)
                      and c.kind in ('advice', 'plan-copy', 'commissioner-notification')
                      and c.state not in ('held', 'refused', 'rejected', 'prepared')
                    """;

    /// The last that anybody said in it.
    private static final String TOLD =
            COLUMNS
                    + """
                    join message m on m.seq = (select max(a.seq) from message a
                      where a.conversation_id = c.id and a.state = 'accepted')
                    where c.authority in (:owners) and c.kind = 'commissioner-notification'
                    """;

    private static final String PAGE =
            """
            and (cast(:after as timestamptz) is null
                 or date_trunc('milliseconds', c.changed_at) > :after
                 or (date_trunc('milliseconds', c.changed_at) = :after
                     and c.id > cast(:last as uuid)))
            order by date_trunc('milliseconds', c.changed_at), c.id
            limit :limit
            """;

    private final JdbcClient database;
    private final Rows rows;
    private final Directory directory;
    private final Gate gate;
    private final FactsOnRecord facts;
    private final CommissionerClocks clocks;
    private final InstantSource clock;

    LedgerHealthView(
            JdbcClient database,
            Rows rows,
            Directory directory,
            Gate gate,
            FactsOnRecord facts,
            CommissionerClocks clocks,
            InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.directory = directory;
        this.gate = gate;
        this.facts = facts;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public List<Seen> tasks(OrganisationCode owner, Since since, int limit) {
        return page(REQUESTS, owner, since, limit).stream()
                .flatMap(row -> clear(row, rows.message(row.canonical).to(owner)).stream())
                .toList();
    }

    @Override
    public List<Seen> told(OrganisationCode requester, Since since, int limit) {
        return page(TOLD, requester, since, limit).stream()
                .flatMap(row -> clear(row, rows.message(row.canonical)).stream())
                .toList();
    }

    private List<Row> page(String sql, OrganisationCode body, Since since, int limit) {
        Instant after = since.after();
        return database.sql(sql + PAGE)
                .param("owners", standsFor(body))
                .param("after", after == null ? null : Rows.time(after))
                .param("last", since.last() == null ? null : since.last().toString())
                .param("limit", limit)
                .query((row, n) -> new Row(row))
                .list();
    }

    @Override
    public Optional<Seen> task(OrganisationCode caller, UUID conversation) {
        return one(REQUESTS, caller, conversation)
                .map(row -> clear(row, rows.message(row.canonical).to(caller)))
                .orElseGet(
                        () ->
                                one(TOLD, caller, conversation)
                                        .flatMap(row -> clear(row, rows.message(row.canonical))));
    }

    private Optional<Row> one(String sql, OrganisationCode caller, UUID conversation) {
        return database.sql(sql + " and c.id = :id")
                .param("owners", standsFor(caller))
                .param("id", conversation)
                .query((row, n) -> new Row(row))
                .optional();
    }

    /// Itself, and the closed bodies whose requests are its own now.
    private Set<String> standsFor(OrganisationCode body) {
        return directory.standsFor(body, LondonDay.of(clock.instant())).stream()
                .map(OrganisationCode::value)
                .collect(Collectors.toSet());
    }

    private Optional<Seen> clear(Row row, EhcMessage message) {
        Optional<Organisation> sender = directory.find(message.envelope().from());
        Optional<Organisation> recipient = directory.find(message.envelope().to());
        if (sender.isEmpty() || recipient.isEmpty()) {
            return Optional.empty();
        }
        Circumstances today =
                new Circumstances(
                        LondonDay.of(clock.instant()), facts.read(row.facts, row.protectedChild));
        return gate.decide(message, sender.get(), recipient.get(), today) instanceof Cleared cleared
                ? Optional.of(seen(row, cleared, sender.get()))
                : Optional.empty();
    }

    private Seen seen(Row row, Cleared cleared, Organisation sender) {
        AdviceRequest request = cleared.message() instanceof AdviceRequest asked ? asked : null;
        Consignment consignment =
                new Consignment(
                        row.id,
                        cleared,
                        sender,
                        row.acceptedAt,
                        row.revision,
                        row.state,
                        request,
                        row.requestAt,
                        row.receivedOn,
                        cleared.message() instanceof CommissionerNotification told
                                ? clocks.dueOn(told)
                                : row.dueOn,
                        1);
        return new Seen(row.id, consignment, row.changedAt);
    }

    /// One request with its conversation, as the ledger holds them.
    private static final class Row {
        private final UUID id;
        private final int revision;
        private final String state;
        private final @Nullable LocalDate receivedOn;
        private final @Nullable LocalDate dueOn;
        private final Instant changedAt;
        private final String canonical;
        private final Instant acceptedAt;
        private final Instant requestAt;
        private final boolean protectedChild;
        private final @Nullable String facts;

        Row(ResultSet row) throws SQLException {
            this.id = row.getObject("id", UUID.class);
            this.revision = row.getInt("revision");
            this.state = row.getString("state");
            this.receivedOn = row.getObject("received_on", LocalDate.class);
            this.dueOn = row.getObject("due_on", LocalDate.class);
            this.changedAt = row.getObject("changed_at", OffsetDateTime.class).toInstant();
            this.canonical = row.getString("canonical");
            this.acceptedAt = row.getObject("accepted_at", OffsetDateTime.class).toInstant();
            this.requestAt = row.getObject("request_at", OffsetDateTime.class).toInstant();
            this.protectedChild = row.getBoolean("protected");
            this.facts = row.getString("facts");
        }
    }
}
