package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Code;

/// What happens in a case that somebody must be told of.
public enum CaseEvent implements Code {
    /// The authority is considering whether to assess.
    CONSIDERING,
    ASSESSMENT_AGREED,
    ASSESSMENT_REFUSED,
    /// After the assessment, there is to be no plan.
    NO_PLAN,
    DRAFT_PLAN,
    FINAL_PLAN,
    /// The old authority hands the plan over.
    TRANSFER,
    /// The new authority has the plan.
    TRANSFERRED,
    CHANGE_OF_COMMISSIONER,
    /// The new commissioner cannot secure what the plan says.
    PROVISION_NOT_PRACTICABLE,
    REVIEW_MEETING,
    REVIEW_DECISION,
    AMENDMENT_NOTICE,
    AMENDED_PLAN,
    /// The authority ceases to maintain the plan.
    CEASING,
    /// A health body finds that a child under compulsory school age probably has special needs.
    UNDER_SCHOOL_AGE
}
