package org.ehcexchange.canonical;

/// What advice is asked for (SEND Regulations 2014, reg. 6(1)(a) to (h)).
public enum AdviceType implements Code {
    PARENTAL,
    EDUCATIONAL,
    MEDICAL,
    PSYCHOLOGICAL,
    SOCIAL_CARE,
    OTHER,
    PREPARATION_FOR_ADULTHOOD,
    REQUESTED_BY_FAMILY
}
