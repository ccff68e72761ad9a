package org.ehcexchange.notification;

import org.ehcexchange.canonical.Code;

/// Why a notification that was prepared need not be sent: only what makes the duty itself fall away
/// (SEND Regulations 2014, reg. 16). For any other reason it is approved, or goes to another body.
public enum DismissalReason implements Code {
    COMMISSIONER_DID_NOT_CHANGE("the responsible commissioner did not change"),
    CHILD_DID_NOT_MOVE("the child or young person did not move"),
    PREPARED_TWICE("another notification of the same child stands for it");

    private final String words;

    DismissalReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
