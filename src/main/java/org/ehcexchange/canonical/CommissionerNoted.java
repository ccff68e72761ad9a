package org.ehcexchange.canonical;

import java.time.LocalDate;

/// The new commissioner has taken note.
public record CommissionerNoted(Envelope envelope, LocalDate notedOn) implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.COMMISSIONER_NOTED;
    }
}
