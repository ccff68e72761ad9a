package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

/// An authority gives another body a plan, or the sections of it that concern that body.
///
/// The plan stays where it is: only a [PlanTransfer] moves it. The documents of the message are
/// the advice appended to the plan, which is section K.
///
/// @param plan with one section or more
/// @param caseReference absent where the plan belongs to no open case
public record PlanCopy(
        Envelope envelope, PlanEvent event, Plan plan, @Nullable CaseReference caseReference)
        implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.PLAN_COPY;
    }

    /// What it is and its id: nothing about the child.
    @Override
    public String toString() {
        return envelope.nameOf(type());
    }
}
