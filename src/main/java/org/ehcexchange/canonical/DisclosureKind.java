package org.ehcexchange.canonical;

/// On what ground a plan is told to somebody to whom no duty sends it (SEND Regulations 2014, reg.
/// 17(1)). Which paragraph each is, and what it needs, the disclosure gate's table says.
public enum DisclosureKind implements Code {
    /// Whose it is, or the parent for them, agrees.
    CONSENT,
    /// Necessary in the interests of the child or young person, in the authority's opinion.
    CHILD_INTERESTS,
    APPEAL,
    /// Publishes nothing that identifies anybody.
    RESEARCH,
    COURT,
    MALADMINISTRATION,
    SECRETARY_OF_STATE,
    /// An assessment under the Disabled Persons (Services, Consultation and Representation) Act
    /// 1986, s.5.
    DISABLED_PERSONS_ASSESSMENT,
    CHILDREN_ACT_DUTIES,
    INSPECTION,
    /// A young offender institution, or another place that is locked.
    SECURE_SETTING,
    INSTITUTION_NAMED,
    HIGHER_EDUCATION,
    DISABLED_STUDENTS_ALLOWANCE
}
