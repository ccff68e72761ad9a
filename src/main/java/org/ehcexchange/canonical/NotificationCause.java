package org.ehcexchange.canonical;

/// Why the responsible commissioner changes (SEND Regulations 2014, reg. 16).
public enum NotificationCause implements Code {
    MOVE_BETWEEN_AUTHORITIES,
    OTHER
}
