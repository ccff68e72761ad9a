package org.ehcexchange.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that the demo can move forward, so that reminders and lateness are seen at once.
///
/// There is one only in the demo profile.
public interface MovableClock extends InstantSource {

    /// Moves it forward, and what falls due on the way falls due at once.
    ///
    /// @param by never negative
    /// @return the time it shows now
    Instant advance(Duration by);
}
