package org.ehcexchange.canonical;

/// The new commissioner cannot practicably secure the provision and asks the authority to look
/// again.
public record ProvisionNotPracticable(Envelope envelope, String reason, FurtherRequest requests)
        implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.PROVISION_NOT_PRACTICABLE;
    }

    /// What it is and its id: nothing about the child.
    @Override
    public String toString() {
        return envelope.nameOf(type());
    }
}
