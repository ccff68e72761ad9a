package org.ehcexchange.ledger.reading;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.disclosure.Facts;
import org.ehcexchange.ledger.FactsOnRecord;
import org.ehcexchange.ledger.Receipt;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.conversation.Viewing;
import org.ehcexchange.ledger.conversation.Viewing.View;
import org.ehcexchange.ledger.succession.Parties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the record for those who took part.
@Component
class ConversationDesk implements Conversations {

    /// A sender sees what it sent whatever became of it; a recipient only what went to it.
    private static final String MESSAGE =
            """
            select m.sender, m.canonical, m.accepted_at, m.receipt, k.protected, %s
            from message m join conversation c on c.id = m.conversation_id
              left join child k on k.id = c.child_id
            where m.message_id = :id and (m.sender in (:parties)
              or exists (select 1 from delivery d where d.message_seq = m.seq
                and d.recipient in (:parties) and d.status in ('collect', 'sending', 'delivered')))
            order by m.sender in (:parties) desc, m.seq limit 1
            """
                    .formatted(FactsOnRecord.COLUMN.formatted("c"));

    private final JdbcClient database;
    private final Summaries summaries;
    private final Timelines timelines;
    private final ClockFaces faces;
    private final Parties parties;
    private final Viewing viewing;
    private final FactsOnRecord facts;
    private final Rows rows;

    ConversationDesk(
            JdbcClient database,
            Summaries summaries,
            Timelines timelines,
            ClockFaces faces,
            Parties parties,
            Viewing viewing,
            FactsOnRecord facts,
            Rows rows) {
        this.database = database;
        this.summaries = summaries;
        this.timelines = timelines;
        this.faces = faces;
        this.parties = parties;
        this.viewing = viewing;
        this.facts = facts;
        this.rows = rows;
    }

    private record Found(
            String sender, String canonical, Instant at, String receipt, Facts known) {}

    @Override
    public Optional<Recorded> message(OrganisationCode caller, MessageId id) {
        Set<String> own = parties.of(caller);
        return database.sql(MESSAGE)
                .param("id", id.value())
                .param("parties", own)
                .query((row, n) -> found(row))
                .optional()
                .map(found -> own.contains(found.sender()) ? sent(found) : received(caller, found));
    }

    private Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getString(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                facts.read(row.getString(6), row.getBoolean(5)));
    }

    private Recorded sent(Found found) {
        Receipt receipt = rows.value(found.receipt(), Receipt.class);
        return new Recorded(viewing.whole(found.canonical()), found.at(), receipt);
    }

    private @Nullable Recorded received(OrganisationCode caller, Found found) {
        return switch (viewing.toReader(caller, found.canonical(), found.known())) {
            case View.Shown(var message) -> new Recorded(message, found.at(), null);
            case View.Hidden hidden -> null;
        };
    }

    @Override
    public Optional<Conversation> conversation(OrganisationCode caller, ConversationId id) {
        return summaries
                .find(caller, id)
                .map(
                        summary ->
                                new Conversation(
                                        summary,
                                        timelines.steps(caller, id),
                                        faces.of(summary),
                                        timelines.shipments(caller, id)));
    }

    @Override
    public Optional<Summary> summary(OrganisationCode caller, ConversationId id) {
        return summaries.find(caller, id);
    }

    @Override
    public Page page(OrganisationCode caller, Query query) {
        List<Summary> found = summaries.newest(caller, query, query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<Summary> page = more ? found.subList(0, query.limit()) : found;
        return new Page(page, more ? page.getLast().id() : null);
    }

    @Override
    public PlanList plans(OrganisationCode caller, @Nullable ConversationId after, int limit) {
        List<MovingPlan> found = summaries.plans(caller, after, limit + 1);
        boolean more = found.size() > limit;
        List<MovingPlan> page = more ? found.subList(0, limit) : found;
        return new PlanList(page, more ? page.getLast().summary().id() : null);
    }
}
