package org.ehcexchange.ledger;

import org.ehcexchange.canonical.Code;

/// Where a conversation stands: about advice, or about a plan that moves.
enum State implements Code {
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
    ACCEPTED;

    boolean isOpen() {
        return this == REQUESTED || this == ACKNOWLEDGED || this == LATE;
    }

    boolean isAnswered() {
        return this == PROVIDED || this == NOTHING_KNOWN || this == DECLINED;
    }

    static State of(String code) {
        return Code.find(State.class, code)
                .orElseThrow(() -> new IllegalStateException("The ledger holds a state " + code));
    }
}
