package org.ehcexchange.disclosure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/// When a child becomes a young person: over compulsory school age (Children and Families Act 2014,
/// s.83(2)).
final class SchoolAge {

    private static final int YEARS = 16; // Education Act 1996, s.8(3)
    private static final Month LEAVING = Month.JUNE; // Education (School Leaving Date) Order 1997

    private SchoolAge() {}

    /// The day on which it ends still belongs to it.
    static boolean isOver(LocalDate dateOfBirth, LocalDate day) {
        return day.isAfter(endsOn(dateOfBirth));
    }

    /// The last Friday in June of the school year in which the child becomes 16.
    static LocalDate endsOn(LocalDate dateOfBirth) {
        LocalDate sixteen = dateOfBirth.plusYears(YEARS);
        int year =
                sixteen.getYear() + (sixteen.getMonthValue() >= Month.SEPTEMBER.getValue() ? 1 : 0);
        return LocalDate.of(year, LEAVING, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
    }
}
