package org.ehcexchange.canonical;

/// The outcome of an advice return.
enum AnswerKind implements Code {
    PROVIDED,
    NOTHING_KNOWN,
    DECLINED,
    LATE
}
