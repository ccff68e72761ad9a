package org.ehcexchange.canonical;

/// Who gave consent.
public enum ConsentGiver implements Code {
    CHILD,
    PARENT,
    YOUNG_PERSON
}
