package org.ehcexchange.canonical;

/// What a commissioner asks of the authority when provision is not practicable.
public enum FurtherRequest implements Code {
    ASSESSMENT,
    REVIEW
}
