package org.ehcexchange.ledger.conversation;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Receipt;
import org.ehcexchange.ledger.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The messages of the record: written once with their audit entry and delivery, never edited.
@Component
public class MessageRows {

    private static final String ADD =
            """
            with m as (
              insert into message (held_id, message_id, sender, recipient, conversation_id, in_reply_to,
                type, state, note, differs, reasons, door, media_type, original, sha256, canonical, revision,
                conversation_state, accepted_at, receipt)
              values (:heldId, :messageId, :sender, :recipient, :conversationId, :inReplyTo,
                :type, :state, :note, :differs, cast(:reasons as jsonb), :door, :mediaType, :original, :sha256,
                :canonical, :revision, :conversationState, :at, :receipt)
              returning seq),
            a as (
              insert into audit (at, actor, act, message_id, conversation_id, detail)
              values (:at, :sender, :state, :messageId, :conversationId, cast(:detail as jsonb)))
            """;

    private static final String WITHOUT_DELIVERY = "select seq from m";

    private static final String WITH_DELIVERY =
            """
            insert into delivery (id, message_seq, conversation_id, recipient, status, not_before, changed_at)
            select gen_random_uuid(), seq, :conversationId, :recipient, :delivery, :at, :at from m
            returning message_seq
            """;

    private final JdbcClient database;
    private final Rows rows;

    MessageRows(JdbcClient database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    /// What was recorded under one sender's message id before.
    public record Before(String sha256, String state, String receipt, @Nullable String reasons) {}

    public Optional<Before> find(OrganisationCode sender, MessageId id) {
        return database.sql(
                        "select sha256, state, receipt, reasons::text from message where sender ="
                                + " :sender and message_id = :id")
                .param("sender", sender.value())
                .param("id", id.value())
                .query(
                        (row, n) ->
                                new Before(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4)))
                .optional();
    }

    /// One message as it was recorded.
    public Optional<EhcMessage> message(OrganisationCode sender, UUID id) {
        return database.sql(
                        "select canonical from message where sender = :sender and message_id = :id")
                .param("sender", sender.value())
                .param("id", id)
                .query(String.class)
                .optional()
                .map(rows::message);
    }

    /// @param delivery the delivery's first status; absent when nothing is delivered
    void add(Entry entry, Receipt receipt, @Nullable String delivery) {
        Envelope envelope = entry.envelope();
        long seq =
                database.sql(ADD + (delivery == null ? WITHOUT_DELIVERY : WITH_DELIVERY))
                        .param(
                                "heldId",
                                entry.standing() == Standing.HELD ? UUID.randomUUID() : null)
                        .param("messageId", envelope.messageId().value())
                        .param("sender", envelope.from().value())
                        .param("recipient", envelope.to().value())
                        .param("conversationId", envelope.conversationId().value())
                        .param(
                                "inReplyTo",
                                envelope.inReplyTo() == null ? null : envelope.inReplyTo().value())
                        .param("type", entry.message().type().code())
                        .param("state", entry.standing().code())
                        .param("note", entry.note())
                        .param("differs", differs(entry))
                        .param("reasons", reasons(entry.reasons()))
                        .param("door", entry.arrival().door())
                        .param("mediaType", entry.arrival().mediaType())
                        .param("original", entry.arrival().body())
                        .param("sha256", receipt.sha256())
                        .param("canonical", rows.canonical(entry.message()))
                        .param("revision", entry.revision())
                        .param("conversationState", entry.state().code())
                        .param("at", Rows.time(entry.at()))
                        .param("receipt", rows.json(receipt))
                        .param("detail", rows.json(Detail.of(entry)))
                        .param("delivery", delivery)
                        .query(Long.class)
                        .single();
        envelope.documents().forEach(document -> name(seq, document));
    }

    private static String @Nullable [] differs(Entry entry) {
        return entry.differs().isEmpty() ? null : entry.differs().toArray(String[]::new);
    }

    private @Nullable String reasons(List<Violation> reasons) {
        return reasons.isEmpty() ? null : rows.json(reasons);
    }

    private void name(long seq, DocumentReference document) {
        database.sql(
                        "insert into message_document values (:seq, :id, :sha256) on conflict do"
                                + " nothing")
                .param("seq", seq)
                .param("id", document.id())
                .param("sha256", document.sha256())
                .update();
    }

    /// Whether a message of this conversation with this id went to or came from one of the bodies
    /// that the sender stands for.
    public boolean isKnownTo(Set<String> sender, Envelope reply) {
        return database.sql(
                        """
                        select exists (select 1 from message where conversation_id = :conversation
                          and message_id = :id and (recipient in (:sender) or sender in (:sender)))
                        """)
                .param("conversation", reply.conversationId().value())
                .param("id", reply.inReplyTo() == null ? null : reply.inReplyTo().value())
                .param("sender", sender)
                .query(Boolean.class)
                .single();
    }

    /// What the audit keeps of a decision; grounds, reasons and what was withheld, never the child.
    public record Detail(
            String type,
            String to,
            @Nullable String purpose,
            @Nullable String provision,
            @Nullable String note,
            List<Violation> reasons,
            List<String> withheld,
            List<String> remarks,
            @Nullable String person) {

        static Detail of(Entry entry) {
            var ground = entry.envelope().ground();
            return new Detail(
                    entry.message().type().code(),
                    entry.envelope().to().value(),
                    ground == null || ground.purpose() == null ? null : ground.purpose().code(),
                    ground == null ? null : ground.provision(),
                    entry.note(),
                    entry.reasons(),
                    entry.withheld(),
                    entry.remarks(),
                    entry.arrival().person());
        }
    }
}
