package org.ehcexchange.canonical;

/// The new authority's exchange holds the whole plan; the hash is of the plan as received.
public record PlanReceived(Envelope envelope, String sha256) implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.PLAN_RECEIVED;
    }

    /// What it is and its id: nothing about the child.
    @Override
    public String toString() {
        return envelope.nameOf(type());
    }
}
