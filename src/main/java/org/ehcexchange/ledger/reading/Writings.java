package org.ehcexchange.ledger.reading;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.reading.Paper.Went;
import org.ehcexchange.ledger.reading.Paper.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The bytes of a conversation's messages, as they came and as they went: their beginnings, as much
/// as a page can show.
@Component
class Writings {

    private static final int MOST_BYTES = 64 * 1024;

    private static final String CAME =
            """
            select seq, octet_length(original) as size, substring(original from 1 for :bytes) as start
            from message m where conversation_id = :id and (sender in (:parties) or :others
              and exists (select 1 from delivery d where d.message_seq = m.seq
                and d.recipient in (:parties) and d.status in ('collect', 'sending', 'delivered')))
            order by seq limit 200
            """;

    private static final String WENT =
            """
            select d.message_seq as seq, d.recipient, octet_length(d.wire) as size,
              substring(d.wire from 1 for :bytes) as start
            from delivery d join message m on m.seq = d.message_seq
            where d.conversation_id = :id and d.wire is not null
              and (m.sender in (:parties) or :others and d.recipient in (:parties))
            order by d.seq limit 200
            """;

    private final JdbcClient database;

    Writings(JdbcClient database) {
        this.database = database;
    }

    /// What is kept of one message's bytes.
    ///
    /// @param original absent where it is not for this reader
    record Kept(@Nullable Writing original, List<Went> went) {

        static final Kept NOTHING = new Kept(null, List.of());

        Kept withoutOriginal() {
            return new Kept(null, went);
        }
    }

    private record Came(long seq, Writing writing) {}

    private record Sent(long seq, Went went) {}

    /// By the message's place in the record.
    ///
    /// @param others whether those of messages that somebody else sent are asked for, too
    Map<Long, Kept> of(ConversationId id, Set<String> parties, boolean others) {
        Map<Long, List<Sent>> went =
                ask(WENT, id, parties, others).query((row, n) -> sent(row)).list().stream()
                        .collect(Collectors.groupingBy(Sent::seq));
        Map<Long, Kept> kept = new HashMap<>();
        ask(CAME, id, parties, others)
                .query((row, n) -> new Came(row.getLong("seq"), writing(row)))
                .list()
                .forEach(
                        came ->
                                kept.put(
                                        came.seq(),
                                        new Kept(
                                                came.writing(),
                                                went.getOrDefault(came.seq(), List.of()).stream()
                                                        .map(Sent::went)
                                                        .toList())));
        return kept;
    }

    private JdbcClient.StatementSpec ask(
            String sql, ConversationId id, Set<String> parties, boolean others) {
        return database.sql(sql)
                .param("id", id.value())
                .param("parties", parties)
                .param("others", others)
                .param("bytes", MOST_BYTES);
    }

    private static Sent sent(ResultSet row) throws SQLException {
        return new Sent(
                row.getLong("seq"),
                new Went(new OrganisationCode(row.getString("recipient")), writing(row)));
    }

    private static Writing writing(ResultSet row) throws SQLException {
        long size = row.getLong("size");
        return new Writing(
                new String(row.getBytes("start"), StandardCharsets.UTF_8),
                size <= MOST_BYTES,
                size);
    }
}
