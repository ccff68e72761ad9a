package org.ehcexchange.clock;

import org.ehcexchange.canonical.Code;

/// Whether the day of the event is a day of the period.
public enum Counting implements Code {
    /// "Beginning with the day": the event's own day is the first, if such days count at all.
    INCLUSIVE,
    /// "Of the day": the first day is the one after.
    EXCLUSIVE
}
