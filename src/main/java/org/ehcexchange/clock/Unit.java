package org.ehcexchange.clock;

import org.ehcexchange.canonical.Code;

/// What a period is counted in.
public enum Unit implements Code {
    DAYS,
    /// Seven calendar days, whatever days they are.
    WEEKS,
    /// Calendar months, from a date to the same date, or to the month's last day when it has no
    /// such date.
    MONTHS,
    /// Days that [WorkingDays] counts; the others are passed over.
    WORKING_DAYS;

    /// How many of these, in words, such as `6 weeks` or `1 week`.
    String words(int count) {
        String many = code().replace('-', ' ');
        return count + " " + (count == 1 ? many.substring(0, many.length() - 1) : many);
    }
}
