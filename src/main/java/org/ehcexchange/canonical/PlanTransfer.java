package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// The old authority sends the plan to the new one (SEND Regulations 2014, reg. 15(2)).
///
/// @param commissioners absent where the directory says who they are
/// @param sendOn the day on which it is to leave, the day of the move as a rule; absent: now
/// @param openRequests absent: they are withdrawn
public record PlanTransfer(
        Envelope envelope,
        Plan plan,
        LocalDate movedOn,
        LocalDate awareOn,
        @Nullable Commissioners commissioners,
        @Nullable LocalDate sendOn,
        @Nullable OpenRequests openRequests)
        implements EhcMessage {

    /// One that leaves now, and withdraws what is still open.
    public PlanTransfer(
            Envelope envelope,
            Plan plan,
            LocalDate movedOn,
            LocalDate awareOn,
            Commissioners commissioners) {
        this(envelope, plan, movedOn, awareOn, commissioners, null, null);
    }

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
