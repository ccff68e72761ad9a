package org.ehcexchange.canonical;

/// Sex as recorded by the sender.
public enum Sex implements Code {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}
