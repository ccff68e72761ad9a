package org.ehcexchange.ledger.reading;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/// Accepted messages as the very bytes that came in at one door, for channels that must prove them.
@Component
public class Originals {

    private static final String ORIGINAL =
            """
            select sender, recipient, message_id, conversation_id, original, accepted_at from message
            where door = :door and state <> 'refused'
            """;

    private final JdbcClient database;

    Originals(JdbcClient database) {
        this.database = database;
    }

    /// @param bytes as they came
    public record Original(
            OrganisationCode sender,
            OrganisationCode recipient,
            MessageId messageId,
            ConversationId conversationId,
            byte[] bytes,
            Instant acceptedAt) {}

    public Optional<Original> find(String door, OrganisationCode sender, MessageId id) {
        return database.sql(ORIGINAL + " and sender = :sender and message_id = :id")
                .param("door", door)
                .param("sender", sender.value())
                .param("id", id.value())
                .query(Originals::original)
                .optional();
    }

    private static Original original(ResultSet row, int number) throws SQLException {
        return new Original(
                new OrganisationCode(row.getString("sender")),
                new OrganisationCode(row.getString("recipient")),
                new MessageId(row.getObject("message_id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getBytes("original"),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant());
    }
}
