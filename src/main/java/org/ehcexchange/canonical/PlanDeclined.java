package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

/// The new authority does not take the plan: the child is not one of its area, or the old authority
/// called the plan back. The old authority holds it as before.
///
/// @param responsible which authority the plan should go to, as far as the sender knows; absent
///     where it does not
public record PlanDeclined(Envelope envelope, String reason, @Nullable OrganisationCode responsible)
        implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.PLAN_DECLINED;
    }

    /// What it is and its id: nothing about the child.
    @Override
    public String toString() {
        return envelope.nameOf(type());
    }
}
