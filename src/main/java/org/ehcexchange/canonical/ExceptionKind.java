package org.ehcexchange.canonical;

/// Why advice may be late without a breach (SEND Regulations 2014, reg. 8(2)): evidence, never a
/// pause.
public enum ExceptionKind implements Code {
    EXCEPTIONAL_CIRCUMSTANCES,
    ABSENT_4_WEEKS,
    MISSED_APPOINTMENT
}
