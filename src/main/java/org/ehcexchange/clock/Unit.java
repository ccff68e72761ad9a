package org.ehcexchange.clock;

/// What a period is counted in.
public enum Unit {
    DAYS(1),
    /// Seven calendar days, whatever days they are.
    WEEKS(7);

    private final int days;

    Unit(int days) {
        this.days = days;
    }

    int days() {
        return days;
    }
}
