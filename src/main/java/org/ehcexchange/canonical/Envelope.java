package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/// What every message carries, whatever its kind.
///
/// @param inReplyTo the message this one answers; absent when it opens a conversation
/// @param ground why it may be sent; absent only on arrival, and then refused by the disclosure
///     gate
public record Envelope(
        MessageId messageId,
        ConversationId conversationId,
        @Nullable MessageId inReplyTo,
        OrganisationCode from,
        OrganisationCode to,
        OffsetDateTime sentAt,
        @Nullable Ground ground,
        Child child,
        List<DocumentReference> documents) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    public Envelope {
        documents = List.copyOf(documents);
    }

    /// The day it was sent, in Europe/London.
    public LocalDate sentOn() {
        return sentAt.atZoneSameInstant(LONDON).toLocalDate();
    }

    /// How a message is named where people read about it: by type and id.
    String nameOf(MessageType type) {
        return type.code() + " " + messageId;
    }

    public Envelope withChild(Child replacement) {
        return new Envelope(
                messageId,
                conversationId,
                inReplyTo,
                from,
                to,
                sentAt,
                ground,
                replacement,
                documents);
    }

    public Envelope withConversation(ConversationId other) {
        return new Envelope(
                messageId, other, inReplyTo, from, to, sentAt, ground, child, documents);
    }

    public Envelope withTo(OrganisationCode recipient) {
        return new Envelope(
                messageId,
                conversationId,
                inReplyTo,
                from,
                recipient,
                sentAt,
                ground,
                child,
                documents);
    }

    @Override
    public String toString() {
        return "Envelope[" + messageId + ", the rest not shown]";
    }
}
