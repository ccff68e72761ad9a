package org.ehcexchange.canonical;

/// An authority reminds a body of a request that is still open.
public record AdviceReminder(Envelope envelope, String reason) implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.ADVICE_REMINDER;
    }

    /// What it is and its id: nothing about the child.
    @Override
    public String toString() {
        return envelope.nameOf(type());
    }
}
