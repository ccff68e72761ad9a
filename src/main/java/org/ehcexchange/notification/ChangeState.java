package org.ehcexchange.notification;

import org.ehcexchange.canonical.Code;

/// How far the exchange is with a change of commissioner.
public enum ChangeState implements Code {
    /// The exchange heard of it, and has yet to look who the commissioners are.
    HEARD,
    /// Nobody can say who the old commissioner is; the directory must be put right, or the
    /// authority state who they are.
    UNRESOLVED,
    /// The same commissioner is responsible before and after.
    NOTHING_TO_SEND,
    /// A person at the old commissioner must approve what is sent.
    WAITING,
    /// It was approved and is about to be sent.
    APPROVED,
    /// It was sent; the conversation says how it stands.
    SENT,
    /// The old commissioner told it by itself.
    OVERTAKEN,
    /// A person at the old commissioner said that it was wrongly prepared; nobody need be told.
    DISMISSED
}
