package org.ehcexchange.clock;

import java.time.LocalDate;
import java.util.List;

/// One of the periods of which a rule takes the one that ends last, worked out.
///
/// @param words the period, such as "6 weeks of 2026-07-15, the day …"
/// @param on the day it ends on
/// @param governs whether it is this one that decides
/// @param days every day that was looked at, in the order of counting
public record Limb(String words, LocalDate on, boolean governs, List<Day> days) {

    public Limb {
        days = List.copyOf(days);
    }
}
