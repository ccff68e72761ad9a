package org.ehcexchange.canonical;

/// What a body searched its records by before it answered that nothing is known.
public enum SearchedBy implements Code {
    NHS_NUMBER,
    UPN,
    NAME_AND_DATE_OF_BIRTH,
    CHILD_REFERENCE,
    POSTCODE
}
