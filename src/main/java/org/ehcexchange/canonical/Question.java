package org.ehcexchange.canonical;

/// What an adviser is asked about (SEND Regulations 2014, reg. 6(1)).
public enum Question implements Code {
    NEEDS,
    PROVISION,
    OUTCOMES
}
