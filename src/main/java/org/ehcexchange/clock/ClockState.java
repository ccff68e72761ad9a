package org.ehcexchange.clock;

import org.ehcexchange.canonical.Code;

/// Where a duty stands on a day.
public enum ClockState implements Code {
    /// The event that starts it has not happened.
    NOT_STARTED,
    RUNNING,
    /// The day has come from which people should look at it.
    DUE_SOON,
    /// The day it was due has passed.
    OVERDUE,
    MET,
    MET_LATE,
    /// The day it was due has passed and an excuse that was accepted still holds; the day does not
    /// move (SEND Regulations 2014, regs. 8(2) and 10(4)).
    EXCUSED,
    /// What it counted towards was taken back before it was met: nothing is owed any more.
    STOPPED
}
