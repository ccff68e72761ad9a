package org.ehcexchange.canonical;

import java.time.LocalDate;

/// The new commissioner has taken note.
public record CommissionerNoted(Envelope envelope, LocalDate notedOn) implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.COMMISSIONER_NOTED;
    }

    /// What it is and its id: nothing about the child.
    @Override
    public String toString() {
        return envelope.nameOf(type());
    }
}
