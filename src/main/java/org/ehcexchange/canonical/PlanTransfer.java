package org.ehcexchange.canonical;

import java.time.LocalDate;

/// The old authority sends the plan to the new one (SEND Regulations 2014, reg. 15(2)).
public record PlanTransfer(
        Envelope envelope,
        Plan plan,
        LocalDate movedOn,
        LocalDate awareOn,
        Commissioners commissioners)
        implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.PLAN_TRANSFER;
    }

    /// What it is and its id: nothing about the child.
    @Override
    public String toString() {
        return envelope.nameOf(type());
    }
}
