package org.ehcexchange.canonical;

/// How closely a document is to be kept; the label travels with it (HL7 v3 Confidentiality N, R,
/// V).
public enum Confidentiality implements Code {
    NORMAL,
    RESTRICTED,
    VERY_RESTRICTED
}
