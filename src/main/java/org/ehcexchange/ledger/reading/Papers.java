package org.ehcexchange.ledger.reading;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.disclosure.Facts;
import org.ehcexchange.ledger.FactsOnRecord;
import org.ehcexchange.ledger.Receipt;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.conversation.MessageRows;
import org.ehcexchange.ledger.conversation.Viewing;
import org.ehcexchange.ledger.conversation.Viewing.View;
import org.ehcexchange.ledger.reading.Paper.Judgement;
import org.ehcexchange.ledger.succession.Parties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The messages of one conversation, for people who read it.
///
/// A sender sees its own whole; a recipient sees what went to it, as the gate lets it be seen
/// today. Whoever looks into a conversation sees the bytes of somebody else's message only where
/// nothing was withheld from them: bytes cannot be cut.
@Component
public class Papers {

    private static final int MOST = 200;

    private static final String MESSAGES =
            """
            select m.seq, m.sender, m.canonical, m.accepted_at, m.state, m.door, m.receipt, k.protected,
              m.sender in (:parties) as mine,
              case when c.authority in (:parties) or m.sender in (:parties) then
                (select a.detail::text from audit a where a.message_id = m.message_id
                  and a.conversation_id = m.conversation_id and a.act = m.state
                  order by a.id limit 1) end as decided, %s
            from message m join conversation c on c.id = m.conversation_id
              left join child k on k.id = c.child_id
            where m.conversation_id = :id and (m.sender in (:parties)
              or exists (select 1 from delivery d where d.message_seq = m.seq
                and d.recipient in (:parties) and d.status in ('collect', 'sending', 'delivered')))
            order by m.seq limit :most
            """
                    .formatted(FactsOnRecord.COLUMN.formatted("c"));

    private final JdbcClient database;
    private final Parties parties;
    private final Viewing viewing;
    private final FactsOnRecord facts;
    private final Rows rows;
    private final Writings writings;

    Papers(
            JdbcClient database,
            Parties parties,
            Viewing viewing,
            FactsOnRecord facts,
            Rows rows,
            Writings writings) {
        this.database = database;
        this.parties = parties;
        this.viewing = viewing;
        this.facts = facts;
        this.rows = rows;
        this.writings = writings;
    }

    /// @param decided what the audit says of it; absent where it is not for this reader
    private record Found(
            long seq,
            String canonical,
            Instant at,
            String state,
            String door,
            String receipt,
            boolean mine,
            @Nullable String decided,
            Facts known) {}

    /// In the order in which they came; none where the conversation is not the reader's.
    ///
    /// @param looksInto whether the bytes of messages that others sent are for this reader, too
    public List<Paper> of(OrganisationCode reader, ConversationId id, boolean looksInto) {
        Set<String> own = parties.of(reader);
        List<Found> found =
                database.sql(MESSAGES)
                        .param("id", id.value())
                        .param("parties", own)
                        .param("most", MOST)
                        .query((row, n) -> found(row))
                        .list();
        Map<Long, Writings.Kept> kept = writings.of(id, own, looksInto);
        return found.stream()
                .flatMap(
                        one ->
                                paper(
                                        reader,
                                        one,
                                        kept.getOrDefault(one.seq(), Writings.Kept.NOTHING))
                                        .stream())
                .toList();
    }

    private Optional<Paper> paper(OrganisationCode reader, Found found, Writings.Kept kept) {
        if (found.mine()) {
            return Optional.of(paper(viewing.whole(found.canonical()), found, kept));
        }
        return switch (viewing.toReader(reader, found.canonical(), found.known())) {
            case View.Shown(EhcMessage message) ->
                    Optional.of(
                            paper(
                                    message,
                                    found,
                                    isWhole(reader, message, found)
                                            ? kept
                                            : kept.withoutOriginal()));
            case View.Hidden hidden -> Optional.empty();
        };
    }

    private boolean isWhole(OrganisationCode reader, EhcMessage message, Found found) {
        return message.equals(viewing.whole(found.canonical()).to(reader));
    }

    private Paper paper(EhcMessage message, Found found, Writings.Kept kept) {
        return new Paper(
                message,
                found.at(),
                found.state(),
                found.door(),
                found.mine() ? rows.value(found.receipt(), Receipt.class) : null,
                judgement(found.decided()),
                kept.original(),
                kept.went());
    }

    private Judgement judgement(@Nullable String decided) {
        if (decided == null) {
            return Judgement.NOT_SHOWN;
        }
        MessageRows.Detail detail = rows.value(decided, MessageRows.Detail.class);
        return new Judgement(
                orNone(detail.reasons()), orNone(detail.withheld()), orNone(detail.remarks()));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getLong("seq"),
                row.getString("canonical"),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                row.getString("door"),
                row.getString("receipt"),
                row.getBoolean("mine"),
                row.getString("decided"),
                facts.read(row.getString("facts"), row.getBoolean("protected")));
    }
}
