package org.ehcexchange.clock;

/// Whether the day of the event is a day of the period.
public enum Counting {
    /// "Beginning with the day": the event's own day is the first.
    INCLUSIVE,
    /// "Of the day": the first day is the one after.
    EXCLUSIVE
}
