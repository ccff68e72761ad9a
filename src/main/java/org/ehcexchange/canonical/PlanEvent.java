package org.ehcexchange.canonical;

/// What makes an authority give a copy of a plan.
public enum PlanEvent implements Code {
    /// The plan is made (SEND Regulations 2014, reg. 13(2) and 14).
    FINAL_PLAN,
    /// The plan is changed (SEND Regulations 2014, reg. 22 and 28).
    AMENDED_PLAN,
    /// The health commissioner (CCG/ICB) is to agree section G (SEND Regulations 2014, reg. 12(2)),
    /// to secure it (Children and Families Act 2014, s.42(3)), or to tell another commissioner that
    /// becomes responsible (SEND Regulations 2014, reg. 16).
    COMMISSIONER_INFORMED,
    /// Somebody else is told (SEND Regulations 2014, reg. 17).
    DISCLOSURE
}
