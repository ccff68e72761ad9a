package org.ehcexchange.clock;

import java.time.LocalDate;

/// One of the periods of which a rule takes the one that ends last, as its file states it.
///
/// @param event from whose day it is counted
/// @param because why it is this one that decides, in words, when it does
public record Stretch(
        String event,
        int period,
        Unit unit,
        Counting counting,
        Direction direction,
        String because) {

    public Stretch {
        if (period < 0) {
            throw new IllegalArgumentException("a period is 0 or more, not " + period);
        }
    }

    Span span() {
        return new Span(period, unit);
    }

    /// The period from a day, such as "6 weeks of 2026-07-15".
    String words(LocalDate eventOn) {
        if (period == 0) {
            return "on " + eventOn;
        }
        return span() + " " + preposition() + " " + eventOn;
    }

    private String preposition() {
        boolean before = direction == Direction.BEFORE;
        return switch (counting) {
            case EXCLUSIVE -> before ? "before" : "of";
            case INCLUSIVE -> before ? "ending with" : "beginning with";
        };
    }
}
