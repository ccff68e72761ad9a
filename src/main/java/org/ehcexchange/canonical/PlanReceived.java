package org.ehcexchange.canonical;

/// The new authority's exchange holds the whole plan; the hash is of the plan as received.
public record PlanReceived(Envelope envelope, String sha256) implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.PLAN_RECEIVED;
    }
}
