package org.ehcexchange.clock;

import org.ehcexchange.canonical.Violation;

import java.util.List;

/// Why no date can be worked out; the exchange does not guess.
///
/// @param reasons never empty; each points at an event by name, or at the whole
public record Unworkable(List<Violation> reasons) implements Work {

    public Unworkable {
        reasons = List.copyOf(reasons);
    }
}
