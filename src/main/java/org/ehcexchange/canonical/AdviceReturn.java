package org.ehcexchange.canonical;

/// A body's answer to a request.
public record AdviceReturn(Envelope envelope, Answer answer) implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.ADVICE_RETURN;
    }

    /// What it is and its id: nothing about the child.
    @Override
    public String toString() {
        return envelope.nameOf(type());
    }
}
