package org.ehcexchange.clock;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// What somebody relies on for being late: evidence, which moves no date.
///
/// @param kind a word of the rule's, such as `absent-4-weeks`
/// @param reason in the author's words; it may be personal and is never repeated
/// @param from the first day it held, such as a missed appointment's
/// @param to the last day it held; absent while it holds
/// @param author who vouches for it: a role, such as "Designated Health Officer"
/// @param expectedBy the day by which the duty is promised to be done; absent when `to` says how
///     long the excuse is relied on
/// @param closure absent unless a school's closure is relied on
public record Excuse(
        String kind,
        String reason,
        LocalDate from,
        @Nullable LocalDate to,
        String author,
        @Nullable LocalDate expectedBy,
        @Nullable Closure closure) {

    /// A school's or early-years provider's closure around which it was asked for advice.
    ///
    /// @param closedOn the first day it was closed
    /// @param reopensOn the first day it is open again
    public record Closure(LocalDate closedOn, LocalDate reopensOn, LocalDate adviceRequestedOn) {}

    /// The last day it is relied on; absent when nothing says so.
    @Nullable LocalDate until() {
        if (to == null || expectedBy == null) {
            return to == null ? expectedBy : to;
        }
        return to.isAfter(expectedBy) ? to : expectedBy;
    }

    /// Nothing of what was written.
    @Override
    public String toString() {
        return "Excuse[" + kind + "]";
    }
}
