package org.ehcexchange.canonical;

/// What becomes of the old authority's open requests for advice once its plan is accepted
/// elsewhere.
public enum OpenRequests implements Code {
    /// They are taken back: each adviser is told that the plan has moved.
    WITHDRAW,
    /// They are taken back, and each adviser is told which authority has the plan now, which gets
    /// the advice that is given after all.
    RE_POINT
}
