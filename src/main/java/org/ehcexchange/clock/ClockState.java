package org.ehcexchange.clock;

import org.ehcexchange.canonical.Code;

/// Where a time limit stands on a day.
///
/// An exception relied on (SEND Regulations 2014, reg. 8(2)) is evidence beside the state: it
/// changes neither the state nor the day.
public enum ClockState implements Code {
    /// The event that starts it has not happened.
    NOT_STARTED,
    RUNNING,
    /// The second reminder's day has come.
    DUE_SOON,
    /// The day it was due has passed.
    OVERDUE,
    MET,
    MET_LATE
}
