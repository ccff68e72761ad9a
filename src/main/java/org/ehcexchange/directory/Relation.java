package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// What ties one body to another for a time: a commissioner to whom it serves, a service or setting
/// to its authority.
///
/// @param to the authority, or the practice (an ODS code that needs no file of its own)
/// @param from the first day it holds; absent where it held from the start
/// @param until the first day it no longer holds, so that the next one's `from` is the same day;
///     absent while no end is known
public record Relation(OrganisationCode to, @Nullable LocalDate from, @Nullable LocalDate until) {

    public boolean isOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    /// Whether there is a day on which both hold.
    boolean overlaps(Relation other) {
        return startsBefore(until, other.from) && startsBefore(other.until, from);
    }

    private static boolean startsBefore(@Nullable LocalDate end, @Nullable LocalDate start) {
        return end == null || start == null || start.isBefore(end);
    }

    /// The same, within the life of the body that has it; never longer than it was.
    Relation within(@Nullable LocalDate opensOn, @Nullable LocalDate closesOn) {
        return new Relation(to, later(from, opensOn), earlier(until, closesOn));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }
}
