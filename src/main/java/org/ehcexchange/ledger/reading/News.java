package org.ehcexchange.ledger.reading;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.conversation.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/// What was recorded, for those who tell people of it: read from the record itself, so that
/// accepting does nothing for it.
///
/// Messages get their numbers before they are committed, and are not always committed in the order
/// of their numbers. So a reader's place moves on only past numbers whose transactions have all
/// ended; what it has read beyond that it reads again, and must know again.
@Component
public class News {

    private static final String AFTER =
            """
            select seq, type, state, recipient, conversation_id, conversation_state, accepted_at
            from message where seq > :seq
              and type in ('advice-request', 'advice-return', 'advice-withdrawn', 'plan-transfer',
                'plan-queried', 'plan-declined')
              and state in ('accepted', 'held')
            order by seq limit :most
            """;

    private static final String LAST =
            "select coalesce(pg_sequence_last_value('message_seq_seq'), 0)";

    /// A restored database may count transactions from a lower number than the place was kept at.
    private static final String HAVE_ENDED =
            """
            select pg_snapshot_xmin(s.taken) >= s.kept or pg_snapshot_xmax(s.taken) < s.kept
            from (select pg_current_snapshot() as taken, cast(cast(:xid as text) as xid8) as kept) s
            """;

    private static final String NEXT_XID =
            "select cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint)";

    private final JdbcClient database;

    News(JdbcClient database) {
        this.database = database;
    }

    /// How far somebody has read.
    ///
    /// @param seq every message up to this number is read, or will never be
    /// @param next what becomes of `seq` once every transaction before `xid` has ended
    public record Place(long seq, long next, long xid) {}

    /// A message of a kind that people wait for, as it was when it was recorded.
    ///
    /// @param isHeld whether a person must first say about which child it is
    /// @param state the conversation's, once this was applied
    public record Item(
            long seq,
            MessageType type,
            boolean isHeld,
            OrganisationCode to,
            ConversationId conversation,
            String state,
            Instant at) {}

    /// A person said that a message that was held may go on; published in the transaction that
    /// records it.
    ///
    /// @param item as it is from then on, at the moment of the release
    public record Released(Item item) {}

    /// Where the record ends: all that was recorded before is no news.
    public Place end() {
        long last = number(LAST);
        return new Place(last, last, number(NEXT_XID));
    }

    /// The place to keep after reading all that comes [#after] this one, to be asked beforehand.
    public Place moveOn(Place place) {
        boolean haveEnded =
                database.sql(HAVE_ENDED).param("xid", place.xid()).query(Boolean.class).single();
        if (!haveEnded) {
            return place;
        }
        // The numbers first: whoever has one by now has a transaction before the one to come.
        long last = number(LAST);
        return new Place(place.next(), last, number(NEXT_XID));
    }

    /// In the order of their numbers, at most so many.
    public List<Item> after(long seq, int most) {
        return database.sql(AFTER)
                .param("seq", seq)
                .param("most", most)
                .query((row, n) -> item(row))
                .list();
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getLong("seq"),
                Code.find(MessageType.class, row.getString("type")).orElseThrow(),
                row.getString("state").equals(Standing.HELD.code()),
                new OrganisationCode(row.getString("recipient")),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getString("conversation_state"),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant());
    }
}
