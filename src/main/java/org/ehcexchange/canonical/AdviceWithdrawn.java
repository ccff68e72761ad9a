package org.ehcexchange.canonical;

/// An authority takes a request back.
public record AdviceWithdrawn(Envelope envelope, String reason) implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.ADVICE_WITHDRAWN;
    }

    /// What it is and its id: nothing about the child.
    @Override
    public String toString() {
        return envelope.nameOf(type());
    }
}
