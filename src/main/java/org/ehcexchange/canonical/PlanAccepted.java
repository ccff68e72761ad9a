package org.ehcexchange.canonical;

import java.time.LocalDate;

/// A person at the new authority accepted the plan.
public record PlanAccepted(Envelope envelope, String acceptedBy, LocalDate acceptedOn)
        implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.PLAN_ACCEPTED;
    }

    /// What it is and its id: nothing about the child.
    @Override
    public String toString() {
        return envelope.nameOf(type());
    }
}
