package org.ehcexchange.canonical;

/// The kinds of message.
public enum MessageType implements Code {
    ADVICE_REQUEST,
    ADVICE_ACKNOWLEDGED,
    ADVICE_RETURN,
    ADVICE_REMINDER,
    ADVICE_WITHDRAWN,
    PLAN_TRANSFER,
    PLAN_COPY,
    PLAN_RECEIVED,
    PLAN_ACCEPTED,
    PLAN_QUERIED,
    PLAN_DECLINED,
    PLAN_RECALLED,
    COMMISSIONER_NOTIFICATION,
    COMMISSIONER_NOTED,
    COMMISSIONER_NOT_RESPONSIBLE,
    PROVISION_NOT_PRACTICABLE;

    /// The first of a conversation; every other type answers a message, and names it.
    public boolean opensConversation() {
        return this == ADVICE_REQUEST
                || this == PLAN_TRANSFER
                || this == PLAN_COPY
                || this == COMMISSIONER_NOTIFICATION;
    }

    /// Its ground may name why the plan itself is disclosed.
    public boolean carriesPlan() {
        return this == PLAN_TRANSFER || this == PLAN_COPY;
    }

    /// One of those by which health commissioners learn of a plan's health provision, and answer
    /// for it.
    public boolean concernsHealthProvision() {
        return switch (this) {
            case PLAN_COPY,
                    COMMISSIONER_NOTIFICATION,
                    COMMISSIONER_NOTED,
                    COMMISSIONER_NOT_RESPONSIBLE,
                    PROVISION_NOT_PRACTICABLE ->
                    true;
            case ADVICE_REQUEST,
                    ADVICE_ACKNOWLEDGED,
                    ADVICE_RETURN,
                    ADVICE_REMINDER,
                    ADVICE_WITHDRAWN,
                    PLAN_TRANSFER,
                    PLAN_RECEIVED,
                    PLAN_ACCEPTED,
                    PLAN_QUERIED,
                    PLAN_DECLINED,
                    PLAN_RECALLED ->
                    false;
        };
    }

    /// One of the messages by which advice is asked for and given.
    public boolean concernsAdvice() {
        return switch (this) {
            case ADVICE_REQUEST,
                    ADVICE_ACKNOWLEDGED,
                    ADVICE_RETURN,
                    ADVICE_REMINDER,
                    ADVICE_WITHDRAWN ->
                    true;
            case PLAN_TRANSFER,
                    PLAN_COPY,
                    PLAN_RECEIVED,
                    PLAN_ACCEPTED,
                    PLAN_QUERIED,
                    PLAN_DECLINED,
                    PLAN_RECALLED,
                    COMMISSIONER_NOTIFICATION,
                    COMMISSIONER_NOTED,
                    COMMISSIONER_NOT_RESPONSIBLE,
                    PROVISION_NOT_PRACTICABLE ->
                    false;
        };
    }
}
