package org.ehcexchange.canonical;

import java.time.LocalDate;

/// A person at the new authority accepted the plan.
public record PlanAccepted(Envelope envelope, String acceptedBy, LocalDate acceptedOn)
        implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.PLAN_ACCEPTED;
    }
}
