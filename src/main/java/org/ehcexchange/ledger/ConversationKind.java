package org.ehcexchange.ledger;

import org.ehcexchange.canonical.Code;

/// What a conversation is about.
enum ConversationKind implements Code {
    ADVICE(State.REQUESTED),
    /// A plan, or some of it, is shown to a body; nothing is answered.
    PLAN_COPY(State.SENT);

    private final State opens;

    ConversationKind(State opens) {
        this.opens = opens;
    }

    /// How it stands once its first message is accepted.
    State opens() {
        return opens;
    }
}
