package org.ehcexchange.canonical;

/// The kinds of message.
public enum MessageType implements Code {
    ADVICE_REQUEST,
    ADVICE_ACKNOWLEDGED,
    ADVICE_RETURN,
    ADVICE_REMINDER,
    ADVICE_WITHDRAWN,
    PLAN_TRANSFER,
    PLAN_RECEIVED,
    PLAN_ACCEPTED,
    PLAN_QUERIED,
    COMMISSIONER_NOTIFICATION,
    COMMISSIONER_NOTED,
    PROVISION_NOT_PRACTICABLE;

    /// The first of a conversation; every other type answers a message, and names it.
    public boolean opensConversation() {
        return this == ADVICE_REQUEST || this == PLAN_TRANSFER || this == COMMISSIONER_NOTIFICATION;
    }
}
