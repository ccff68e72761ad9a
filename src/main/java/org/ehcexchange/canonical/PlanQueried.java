package org.ehcexchange.canonical;

/// The new authority asks about a plan before it accepts.
public record PlanQueried(Envelope envelope, String question) implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.PLAN_QUERIED;
    }

    /// What it is and its id: nothing about the child.
    @Override
    public String toString() {
        return envelope.nameOf(type());
    }
}
