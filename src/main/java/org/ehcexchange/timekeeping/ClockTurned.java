package org.ehcexchange.timekeeping;

import org.ehcexchange.clock.ClockState;

/// A clock came into another state, because of what happened or because a day passed.
///
/// Published in the transaction that records it, once in the life of all instances. Of states that
/// were passed through unseen, because nobody looked for days, only the last is told.
///
/// @param from the state before; `NOT_STARTED` when the clock was just started
/// @param clock as it stands now; `since` is the legal day, not the day it was noticed
public record ClockTurned(ClockState from, RunningClock clock) {}
