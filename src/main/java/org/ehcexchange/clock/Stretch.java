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

    /// The days of a lead before a day.
    static Stretch before(Span lead) {
        return new Stretch(
                "", lead.period(), lead.unit(), Counting.EXCLUSIVE, Direction.BEFORE, "");
    }

    Span span() {
        return new Span(period, unit);
    }

    /// From one day to the next one that is looked at.
    int step() {
        return switch (direction) {
            case AFTER -> 1;
            case BEFORE -> -1;
        };
    }

    /// Which day comes first when the event's does not count.
    String nextTo() {
        return switch (direction) {
            case AFTER -> "the one after";
            case BEFORE -> "the one before";
        };
    }

    /// Whether it may end on a day that is no working day, so that one may ask if it rolls on.
    boolean mayRollOn() {
        return direction == Direction.AFTER && period > 0 && unit != Unit.WORKING_DAYS;
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
