package org.ehcexchange.ledger.reading;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.ledger.reading.Conversations.Attempt;
import org.ehcexchange.ledger.reading.Conversations.Shipment;
import org.ehcexchange.ledger.reading.Conversations.Step;
import org.ehcexchange.ledger.succession.Parties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// What happened in one conversation, and what is on its way.
///
/// The authority whose conversation it is sees all of it; the adviser sees what it sent and what
/// went to it, and of its deliveries no inner reasons. That somebody looked is for auditors.
@Component
class Timelines {

    private static final int MOST = 1000;

    private static final String STEPS =
            """
            select a.at, a.actor, a.act, a.message_id, m.type,
              case when c.authority in (:parties)
                then coalesce(a.detail ->> 'reason', a.detail ->> 'proof',
                  case when a.act = m.state then coalesce((select string_agg(r ->> 'problem', ' ')
                    from jsonb_array_elements(m.reasons) r), m.note) end) end as why
            from audit a join conversation c on c.id = a.conversation_id
              left join message m on m.conversation_id = a.conversation_id
                and m.message_id = a.message_id
            where a.conversation_id = :id and a.act not in ('viewed', 'downloaded')
              and (c.authority in (:parties) or m.sender in (:parties)
              or exists (select 1 from delivery d where d.message_seq = m.seq
                and d.recipient in (:parties) and d.status in ('collect', 'sending', 'delivered')))
            order by a.id limit :most
            """;

    private static final String SHIPMENTS =
            """
            select d.id, m.message_id, d.recipient, d.status, d.changed_at,
              case when c.authority in (:parties) then d.reason end as reason
            from delivery d join message m on m.seq = d.message_seq
              join conversation c on c.id = d.conversation_id
            where d.conversation_id = :id and (c.authority in (:parties) or m.sender in (:parties)
              or d.recipient in (:parties) and d.status in ('collect', 'sending', 'delivered'))
            order by d.seq limit :most
            """;

    private static final String ATTEMPTS =
            """
            select t.delivery_id, t.at, t.outcome, case when c.authority in (:parties) then t.reason end
            from delivery_attempt t join delivery d on d.id = t.delivery_id
              join conversation c on c.id = d.conversation_id
            where d.conversation_id = :id order by t.at limit :most
            """;

    private final JdbcClient database;
    private final Directory directory;
    private final Parties parties;

    Timelines(JdbcClient database, Directory directory, Parties parties) {
        this.database = database;
        this.directory = directory;
        this.parties = parties;
    }

    List<Step> steps(OrganisationCode caller, ConversationId id) {
        return ask(STEPS, caller, id).query((row, n) -> step(row)).list();
    }

    List<Shipment> shipments(OrganisationCode caller, ConversationId id) {
        Map<UUID, List<Tried>> tried =
                ask(ATTEMPTS, caller, id).query((row, n) -> tried(row)).list().stream()
                        .collect(Collectors.groupingBy(Tried::delivery));
        return ask(SHIPMENTS, caller, id).query((row, n) -> shipment(row, tried)).list();
    }

    private JdbcClient.StatementSpec ask(String sql, OrganisationCode caller, ConversationId id) {
        return database.sql(sql)
                .param("parties", parties.of(caller))
                .param("id", id.value())
                .param("most", MOST);
    }

    private static Step step(ResultSet row) throws SQLException {
        String actor = row.getString("actor");
        String why = row.getString("why");
        UUID message = row.getObject("message_id", UUID.class);
        String type = row.getString("type");
        return new Step(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                actor.contains(":") ? new OrganisationCode(actor) : null,
                why == null ? row.getString("act") : row.getString("act") + ": " + why,
                message == null ? null : new MessageId(message),
                type == null ? null : Code.find(MessageType.class, type).orElse(null));
    }

    /// @param delivery whose attempt it was
    private record Tried(UUID delivery, OffsetDateTime at, String outcome, @Nullable String why) {}

    private static Tried tried(ResultSet row) throws SQLException {
        return new Tried(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class),
                row.getString(3),
                row.getString(4));
    }

    private Shipment shipment(ResultSet row, Map<UUID, List<Tried>> tried) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        OrganisationCode to = new OrganisationCode(row.getString("recipient"));
        return new Shipment(
                id,
                new MessageId(row.getObject("message_id", UUID.class)),
                to,
                directory.find(to).map(Organisation::channel).map(Channel::code).orElse("none"),
                row.getString("status"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                attempts(tried.getOrDefault(id, List.of())));
    }

    private static List<Attempt> attempts(List<Tried> tried) {
        return java.util.stream.IntStream.range(0, tried.size())
                .mapToObj(
                        i ->
                                new Attempt(
                                        i + 1,
                                        tried.get(i).at().toInstant(),
                                        tried.get(i).outcome(),
                                        tried.get(i).why()))
                .toList();
    }
}
