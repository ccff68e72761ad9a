package org.ehcexchange.notification;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.NotificationCause;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.notification.Changes.Item;
import org.ehcexchange.notification.Changes.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Changes of commissioner in one line each, for the old commissioner and the authority.
@Component
class ChangeLists {

    private static final String SEEN =
            """
            select n.*, v.state as notified, k.due_on, k.state as clock,
              n.old_commissioner in (:parties) as own
            from commissioner_change n left join conversation v on v.id = n.id
              left join commissioner_clock k on k.conversation_id = n.id
            where (n.old_commissioner in (:parties) or n.authority in (:parties) or n.started_by in (:parties))
            """;

    private static final String PAGE =
            """
             and (cast(:state as text) is null or n.state = :state)
             and (cast(:after as uuid) is null or (n.heard_at, n.id) <
               (select a.heard_at, a.id from commissioner_change a where a.id = :after))
            order by n.heard_at desc, n.id desc limit :limit
            """;

    private final JdbcClient database;
    private final Directory directory;
    private final InstantSource clock;

    ChangeLists(JdbcClient database, Directory directory, InstantSource clock) {
        this.database = database;
        this.directory = directory;
        this.clock = clock;
    }

    List<Item> newest(OrganisationCode caller, Query query, int limit) {
        ChangeState state = query.state();
        return database.sql(SEEN + PAGE)
                .param("parties", parties(caller))
                .param("state", state == null ? null : state.code())
                .param("after", query.after() == null ? null : query.after().value())
                .param("limit", limit)
                .query((row, n) -> item(row))
                .list();
    }

    Optional<Item> find(OrganisationCode caller, ConversationId id) {
        return database.sql(SEEN + " and n.id = :id")
                .param("parties", parties(caller))
                .param("id", id.value())
                .query((row, n) -> item(row))
                .optional();
    }

    /// Whether the caller is the old commissioner, or has taken over from it.
    boolean isOld(OrganisationCode caller, Change change) {
        OrganisationCode old = change.old();
        return old != null && parties(caller).contains(old.value());
    }

    private Set<String> parties(OrganisationCode caller) {
        return directory.standsFor(caller, LondonDay.of(clock.instant())).stream()
                .map(OrganisationCode::value)
                .collect(Collectors.toSet());
    }

    private static Item item(ResultSet row) throws SQLException {
        String running = row.getString("clock");
        return new Item(
                new ConversationId(row.getObject("id", UUID.class)),
                Code.find(ChangeState.class, row.getString("state")).orElseThrow(),
                Code.find(NotificationCause.class, row.getString("cause")).orElseThrow(),
                row.getString("plan_reference"),
                new OrganisationCode(row.getString("authority")),
                new OrganisationCode(row.getString("next_authority")),
                code(row, "old_commissioner"),
                code(row, "new_commissioner"),
                row.getObject("moved_on", LocalDate.class),
                row.getObject("aware_on", LocalDate.class),
                row.getString("notified"),
                row.getObject("due_on", LocalDate.class),
                running == null ? null : Code.find(ClockState.class, running).orElseThrow(),
                row.getInt("reminders"),
                row.getString("reason"),
                row.getBoolean("own") ? row.getString("approved_by") : null,
                ChangeRows.instant(row, "approved_at"),
                Objects.requireNonNull(row.getObject("heard_at", OffsetDateTime.class))
                        .toInstant());
    }

    private static @Nullable OrganisationCode code(ResultSet row, String column)
            throws SQLException {
        String code = row.getString(column);
        return code == null ? null : new OrganisationCode(code);
    }
}
