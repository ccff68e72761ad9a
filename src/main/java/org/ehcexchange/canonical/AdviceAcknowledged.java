package org.ehcexchange.canonical;

import java.time.LocalDate;

/// A body says on which day it received a request.
public record AdviceAcknowledged(Envelope envelope, LocalDate receivedOn) implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.ADVICE_ACKNOWLEDGED;
    }

    /// What it is and its id: nothing about the child.
    @Override
    public String toString() {
        return envelope.nameOf(type());
    }
}
