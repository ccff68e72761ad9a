package org.ehcexchange.delivery;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Current;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads deliveries for people, without personal data.
@Component
class Letters {

    private static final int MOST = 500;
    private static final String WAITING = "waiting";

    private static final String LETTER =
            """
            select d.id, d.recipient, d.status, d.attempts, d.changed_at, d.owner, d.reason,
              m.message_id, m.conversation_id, m.type, m.sender
            from delivery d join message m on m.seq = d.message_seq
            """;

    private final JdbcClient database;
    private final Directory directory;
    private final InstantSource clock;

    Letters(JdbcClient database, Directory directory, InstantSource clock) {
        this.database = database;
        this.directory = directory;
        this.clock = clock;
    }

    DeadLetters.Page page(DeadLetters.Query query) {
        int limit = Math.clamp(query.limit(), 1, MOST);
        UUID after = query.after();
        OrganisationCode to = query.to();
        List<DeadLetters.Letter> found =
                database.sql(
                                LETTER
                                        + """
                                        where (cast(:states as text[]) is null or d.status = any(cast(:states as text[])))
                                          and (cast(:to as text) is null or d.recipient = :to)
                                          and (cast(:after as uuid) is null or (d.message_seq, d.seq) >
                                            (select a.message_seq, a.seq from delivery a where a.id = :after))
                                        order by d.message_seq, d.seq limit :limit
                                        """)
                        .param("states", states(query.state()))
                        .param("to", to == null ? null : to.value())
                        .param("after", after)
                        .param("limit", limit + 1)
                        .query((row, n) -> letter(row))
                        .list();
        boolean more = found.size() > limit;
        List<DeadLetters.Letter> page = more ? found.subList(0, limit) : found;
        return new DeadLetters.Page(page, more ? page.getLast().id() : null);
    }

    private static String @Nullable [] states(@Nullable String state) {
        if (state == null) {
            return null;
        }
        return state.equals(WAITING)
                ? new String[] {"ready", "queued", "sending"}
                : new String[] {state};
    }

    List<DeadLetters.Attempt> attempts(UUID id) {
        return database.sql(
                        "select at, outcome, reason from delivery_attempt where delivery_id = :id"
                                + " order by at limit 200")
                .param("id", id)
                .query(
                        (row, n) ->
                                new DeadLetters.Attempt(
                                        row.getObject(1, OffsetDateTime.class).toInstant(),
                                        row.getString(2),
                                        row.getString(3)))
                .list();
    }

    Optional<DeadLetters.Letter> find(UUID id) {
        return database.sql(LETTER + "where d.id = :id")
                .param("id", id)
                .query((row, n) -> letter(row))
                .optional();
    }

    private DeadLetters.Letter letter(ResultSet row) throws SQLException {
        OrganisationCode to = new OrganisationCode(row.getString("recipient"));
        return new DeadLetters.Letter(
                row.getObject("id", UUID.class),
                new MessageId(row.getObject("message_id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                Code.find(MessageType.class, row.getString("type")).orElseThrow(),
                new OrganisationCode(row.getString("sender")),
                to,
                channel(to),
                row.getString("status"),
                row.getInt("attempts"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                owner(row.getString("owner")),
                row.getString("reason"));
    }

    /// Who must act today: the owner, or who took over from it.
    private @Nullable OrganisationCode owner(@Nullable String recorded) {
        if (recorded == null) {
            return null;
        }
        OrganisationCode code = new OrganisationCode(recorded);
        return directory.current(code, LondonDay.of(clock.instant()))
                        instanceof Current.Succeeded succeeded
                ? succeeded.organisation().code()
                : code;
    }

    String channel(OrganisationCode partner) {
        return directory.find(partner).map(Organisation::channel).map(Channel::code).orElse("none");
    }
}
