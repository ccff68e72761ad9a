package org.ehcexchange.ledger.conversation;

import org.ehcexchange.canonical.Code;

/// What a conversation is about.
public enum ConversationKind implements Code {
    ADVICE(State.REQUESTED),
    /// A plan, or some of it, is shown to a body; nothing is answered.
    PLAN_COPY(State.SENT),
    /// A health commissioner (CCG/ICB) tells another that it becomes responsible.
    COMMISSIONER_NOTIFICATION(State.NOTIFIED),
    /// A new commissioner asks the authority to assess or review, because the provision is not
    /// practicable.
    PROVISION_REQUEST(State.MUST_COMPLY);

    private final State opens;

    ConversationKind(State opens) {
        this.opens = opens;
    }

    /// How it stands once its first message is accepted.
    public State opens() {
        return opens;
    }
}
