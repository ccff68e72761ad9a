package org.ehcexchange.canonical;

/// The old authority calls back a plan that was not accepted yet.
public record PlanRecalled(Envelope envelope, String reason) implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.PLAN_RECALLED;
    }

    /// What it is and its id: nothing about the child.
    @Override
    public String toString() {
        return envelope.nameOf(type());
    }
}
