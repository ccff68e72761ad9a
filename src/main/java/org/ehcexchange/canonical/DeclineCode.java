package org.ehcexchange.canonical;

/// Why a body declines to advise; written reasons go with it (CFA 2014 s.31).
public enum DeclineCode implements Code {
    NOT_RESPONSIBLE_BODY,
    PATIENT_NOT_IDENTIFIED,
    DUPLICATE_REQUEST,
    NO_LAWFUL_BASIS
}
