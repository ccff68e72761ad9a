package org.ehcexchange.delivery;

import java.util.List;

/// A message written in a channel's format and read back strictly; nothing was sent.
///
/// @param format what it was written as, and what it was held against
/// @param faults why it could not go, in plain words and without personal data; empty when it could
public record Rehearsed(String format, List<String> faults) {
    public Rehearsed {
        faults = List.copyOf(faults);
    }
}
