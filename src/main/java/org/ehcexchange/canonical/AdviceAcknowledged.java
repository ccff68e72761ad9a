package org.ehcexchange.canonical;

import java.time.LocalDate;

/// A body says on which day it received a request.
public record AdviceAcknowledged(Envelope envelope, LocalDate receivedOn) implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.ADVICE_ACKNOWLEDGED;
    }
}
