package org.ehcexchange.disclosure;

import java.time.LocalDate;

/// All that a decision rests on besides the message and the two organisations.
///
/// @param today Europe/London
/// @param facts what is on record about the child and their case, or [Facts#NONE]
public record Circumstances(LocalDate today, Facts facts) {

    /// Where nothing is on record: a statutory sending needs no more.
    public static Circumstances on(LocalDate today) {
        return new Circumstances(today, Facts.NONE);
    }
}
