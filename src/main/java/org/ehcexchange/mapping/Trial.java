package org.ehcexchange.mapping;

import org.ehcexchange.canonical.Violation;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// What came of trying a mapping; nobody keeps it.
///
/// @param canonical as JSON; empty where it did not come so far
/// @param wire in the format; empty where it did not come so far
/// @param roundTrip canonical to the format and back; absent where it did not come so far
public record Trial(
        List<Found> found, String canonical, String wire, @Nullable Difference roundTrip) {

    /// The stage at which the facts beside the message are read.
    public static final String FACTS = "Facts";

    public Trial {
        found = List.copyOf(found);
    }

    /// Something wrong.
    ///
    /// @param stage on the way to what it was found
    /// @param line of what was given, from 1; 0 where it is not known
    public record Found(String stage, int line, Violation violation) {}
}
