package org.ehcexchange.clock;

/// A length of time, such as 6 weeks.
public record Span(int period, Unit unit) {

    public Span {
        if (period < 0) {
            throw new IllegalArgumentException("a period is 0 or more, not " + period);
        }
    }

    @Override
    public String toString() {
        return unit.words(period);
    }
}
