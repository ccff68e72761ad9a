package org.ehcexchange.clock;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What must hold for an excuse to excuse, as a rule's file states it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.Lasts.class, name = "lasts-in-the-time"),
    @JsonSubTypes.Type(value = Condition.Begins.class, name = "begins-in-the-time"),
    @JsonSubTypes.Type(value = Condition.Closed.class, name = "advice-asked-around-closure")
})
public sealed interface Condition {

    /// It held for so long, without a break, in the time that the rule gives.
    record Lasts(Span atLeast) implements Condition {
        public Lasts {
            atLeast.checkInCalendarDays();
        }
    }

    /// Its first day lies in the time that the rule gives.
    record Begins() implements Condition {}

    /// Advice was asked of a school that was closed for so long, from a while before the closure to
    /// a while before the school opens again.
    record Closed(Span closedAtLeast, Span fromBefore, Span untilBefore) implements Condition {
        public Closed {
            closedAtLeast.checkInCalendarDays();
            fromBefore.checkInCalendarDays();
            untilBefore.checkInCalendarDays();
        }
    }
}
