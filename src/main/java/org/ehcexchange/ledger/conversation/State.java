package org.ehcexchange.ledger.conversation;

import org.ehcexchange.canonical.Code;

/// Where a conversation stands: about advice, a plan that moves, or a change of commissioner.
public enum State implements Code {
    /// A person must say whether the request is about the child it seems to be about.
    HELD,
    /// The gate refused the request; the authority may put it right and ask again.
    REFUSED,
    /// A person rejected a held request.
    REJECTED,
    REQUESTED,
    ACKNOWLEDGED,
    /// An exception is relied on; the due date stands.
    LATE,
    PROVIDED,
    NOTHING_KNOWN,
    DECLINED,
    WITHDRAWN,
    /// A plan that leaves on a later day.
    HELD_FOR_THE_DAY,
    /// A plan on its way to the new authority, or a copy of one to whoever is shown it; nothing is
    /// answered to a copy.
    SENT,
    /// The new authority's exchange has the plan whole.
    RECEIVED,
    /// The new authority asks before it accepts.
    QUERIED,
    /// A person at the new authority accepted the plan.
    ACCEPTED,
    /// The old authority called the plan back; the new one's exchange has yet to say whether it was
    /// in time.
    RECALLING,
    /// It did so in time: the plan may be sent elsewhere.
    RECALLED,
    /// A plan that the new authority no longer has is to go nowhere: it stays with the old one.
    KEPT,
    /// A commissioner's notification that waits for a person to approve it.
    PREPARED,
    /// A commissioner was told that it becomes responsible.
    NOTIFIED,
    /// It took note.
    NOTED,
    /// It says that another is responsible: the duty to tell is not met.
    NOT_RESPONSIBLE,
    /// It cannot secure the plan's provision, and has asked the authority.
    NOT_PRACTICABLE,
    /// A later notification of the same child took its place.
    OVERTAKEN,
    /// A person at the old commissioner said that it was wrongly prepared.
    DISMISSED,
    /// A request that the authority must comply with (SEND Regulations 2014, reg. 16).
    MUST_COMPLY;

    /// A plan that the new authority does not take, or no longer has.
    public boolean isLetGo() {
        return this == DECLINED || this == RECALLED || this == KEPT;
    }

    public boolean isOpen() {
        return this == REQUESTED || this == ACKNOWLEDGED || this == LATE;
    }

    boolean isAnswered() {
        return this == PROVIDED || this == NOTHING_KNOWN || this == DECLINED;
    }

    public static State of(String code) {
        return Code.find(State.class, code)
                .orElseThrow(() -> new IllegalStateException("The ledger holds a state " + code));
    }
}
