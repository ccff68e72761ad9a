package org.ehcexchange.ledger;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.OrganisationCode;

import java.time.Instant;

/// The recipient has a message: sent to its system, or collected by it. Published in the
/// transaction that records the proof.
public record Delivered(
        MessageType type,
        OrganisationCode from,
        MessageId message,
        ConversationId conversation,
        Instant at) {

    public static Delivered of(EhcMessage message, Instant at) {
        Envelope envelope = message.envelope();
        return new Delivered(
                message.type(),
                envelope.from(),
                envelope.messageId(),
                envelope.conversationId(),
                at);
    }
}
