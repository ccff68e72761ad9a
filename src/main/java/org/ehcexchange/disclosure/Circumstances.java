package org.ehcexchange.disclosure;

import java.time.LocalDate;
import java.util.List;

/// All that a decision rests on besides the message and the two organisations.
///
/// @param today Europe/London
/// @param facts what is on record about the child and their case, or [Facts#NONE]
public record Circumstances(LocalDate today, Facts facts) {

    /// Where nothing is on record: a statutory sending needs no more.
    public static Circumstances on(LocalDate today) {
        return on(today, false);
    }

    /// Where nothing is on record but perhaps that the child is protected.
    public static Circumstances on(LocalDate today, boolean protectedChild) {
        return new Circumstances(
                today,
                protectedChild
                        ? new Facts(true, List.of(), List.of(), List.of(), List.of())
                        : Facts.NONE);
    }
}
