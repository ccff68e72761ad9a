package org.ehcexchange.canonical;

/// The statutory purpose of a message; which body it may go to follows from it.
public enum Purpose implements Code {
    EHC_NEEDS_ASSESSMENT,
    EHC_PLAN_TRANSFER,
    CHANGE_OF_COMMISSIONER,
    /// The plan is given to those who must, or may, have it.
    EHC_PLAN_DISCLOSURE
}
