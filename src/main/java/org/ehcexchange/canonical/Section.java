package org.ehcexchange.canonical;

/// The separate parts of a plan (SEND Regulations 2014, reg. 12(1)); messages name them by these
/// letters.
public enum Section {
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H1,
    H2,
    I,
    J,
    K
}
