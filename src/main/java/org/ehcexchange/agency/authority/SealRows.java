package org.ehcexchange.agency.authority;

import org.ehcexchange.access.RealTime;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.sealing.Jws;
import org.ehcexchange.sealing.SealedMessage;
import org.ehcexchange.sealing.SealedReceipt;
import org.ehcexchange.sealing.Type;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What was sealed here and every receipt, as exact bytes: the tables `sealed_message` and
/// `sealed_receipt`.
@Component
class SealRows {

    private final JdbcClient database;
    private final RealTime time;

    SealRows(JdbcClient database, RealTime time) {
        this.database = database;
        this.time = time;
    }

    void addSealed(SealedMessage sealed) {
        Envelope envelope = sealed.message().envelope();
        database.sql(
                        """
                        insert into sealed_message
                          (sha256, sender, message_id, recipient, conversation_id, jws, sealed_at)
                        values (:sha256, :sender, :id, :recipient, :conversation, :jws, :now)
                        on conflict do nothing
                        """)
                .param("sha256", sealed.jws().sha256())
                .param("sender", envelope.from().value())
                .param("id", envelope.messageId().value())
                .param("recipient", envelope.to().value())
                .param("conversation", envelope.conversationId().value())
                .param("jws", sealed.jws().bytes())
                .param("now", now())
                .update();
    }

    /// Every sealing of one message, the newest first.
    List<SealedMessage> sealed(OrganisationCode sender, MessageId id) {
        return database.sql(
                        "select jws from sealed_message where sender = :sender and message_id = :id"
                                + " order by sealed_at desc, sha256")
                .param("sender", sender.value())
                .param("id", id.value())
                .query((row, n) -> sealed(row.getBytes(1)))
                .list();
    }

    private static SealedMessage sealed(byte[] bytes) {
        if (Jws.read(bytes, Type.MESSAGE) instanceof Jws.Reading.Read(var jws)
                && SealedMessage.open(jws) instanceof SealedMessage.Opening.Opened(var message)) {
            return message;
        }
        throw new IllegalStateException(
                "Table sealed_message holds something that does not open any more; restore it from"
                        + " the backup");
    }

    /// Keeps the first receipt for a message, whoever else gives one.
    void addReceipt(SealedReceipt receipt, SealedMessage sealed) {
        SealedReceipt.Content says = receipt.says();
        database.sql(
                        """
                        insert into sealed_receipt
                          (sender, message_id, recipient, conversation_id, sealed_sha256, jws, stored_at)
                        values (:sender, :id, :recipient, :conversation, :sealed, :jws, :now)
                        on conflict do nothing
                        """)
                .param("sender", says.from().value())
                .param("id", says.messageId())
                .param("recipient", says.to().value())
                .param("conversation", sealed.message().envelope().conversationId().value())
                .param("sealed", says.sealedSha256())
                .param("jws", receipt.jws().bytes())
                .param("now", now())
                .update();
    }

    /// The exact bytes of the receipt for a message.
    Optional<byte[]> receipt(OrganisationCode sender, MessageId id) {
        return database.sql(
                        "select jws from sealed_receipt where sender = :sender and message_id ="
                                + " :id")
                .param("sender", sender.value())
                .param("id", id.value())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }
}
