package org.ehcexchange.clock;

import org.ehcexchange.canonical.Code;

/// What the last day of a time limit means.
public enum Bound implements Code {
    /// The duty is done on that day at the latest.
    DEADLINE,
    /// Somebody else has time to the end of that day: what follows is done afterwards.
    NOT_BEFORE
}
