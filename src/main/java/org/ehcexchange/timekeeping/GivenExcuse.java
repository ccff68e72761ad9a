package org.ehcexchange.timekeeping;

import org.ehcexchange.canonical.Violation;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// An excuse for lateness as it was given: evidence, kept whether it was accepted or not.
///
/// @param kind such as `missed-appointment`
/// @param to the last day of what happened; absent while it goes on
/// @param author the role that vouches for it
/// @param givenOn the day it was put on record
/// @param until the last day it would excuse
/// @param reasons why it was not accepted; empty when it was
public record GivenExcuse(
        String kind,
        String reason,
        LocalDate from,
        @Nullable LocalDate to,
        String author,
        LocalDate givenOn,
        LocalDate until,
        List<Violation> reasons) {

    public GivenExcuse {
        reasons = List.copyOf(reasons);
    }

    public boolean accepted() {
        return reasons.isEmpty();
    }

    /// Says what it is and not why: the reason may tell of the child.
    @Override
    public String toString() {
        return "GivenExcuse[" + kind + ", not shown]";
    }
}
