package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

/// The commissioner that was told is not the one that becomes responsible: the duty to tell stays
/// with the old one (SEND Regulations 2014, reg. 16).
///
/// @param responsible who is, as far as the sender knows; absent where it does not
public record CommissionerNotResponsible(
        Envelope envelope, String reason, @Nullable OrganisationCode responsible)
        implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.COMMISSIONER_NOT_RESPONSIBLE;
    }

    /// What it is and its id: nothing about the child.
    @Override
    public String toString() {
        return envelope.nameOf(type());
    }
}
