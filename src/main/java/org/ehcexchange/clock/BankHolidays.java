package org.ehcexchange.clock;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;

import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/// England's bank holidays, Christmas Day and Good Friday, from the holiday library and what the
/// settings put right.
final class BankHolidays {

    /// The year of the regulations (SI 2014/1530).
    private static final int FIRST_YEAR = 2014;

    private BankHolidays() {}

    static WorkingDays england(ClockSettings settings) {
        NavigableMap<LocalDate, String> holidays = library(settings.holidaysKnownTo());
        settings.cancelledHolidays().forEach(holidays::remove);
        settings.extraHolidays().forEach(day -> holidays.putIfAbsent(day, "an extra holiday"));
        return new WorkingDays(holidays, FIRST_YEAR, settings.holidaysKnownTo());
    }

    private static NavigableMap<LocalDate, String> library(int lastYear) {
        HolidayManager library =
                HolidayManager.getInstance(
                        ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
        NavigableMap<LocalDate, String> holidays = new TreeMap<>();
        for (int year = FIRST_YEAR; year <= lastYear; year++) {
            for (Holiday holiday : library.getHolidays(Year.of(year), "eng")) {
                holidays.put(holiday.getDate(), holiday.getDescription(Locale.UK));
            }
        }
        return holidays;
    }
}
