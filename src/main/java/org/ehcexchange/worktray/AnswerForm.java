package org.ehcexchange.worktray;

import org.ehcexchange.canonical.Code;

/// The ways in which people answer a request; the words are the outcomes that messages carry.
public enum AnswerForm implements Code {
    PROVIDED,
    NOTHING_KNOWN,
    LATE,
    DECLINED
}
