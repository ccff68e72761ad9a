package org.ehcexchange.console;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/// Days as people enter them; Europe/London.
final class Dates {

    private Dates() {}

    /// Absent when none was entered, or when it is none, which is added to `faults`.
    ///
    /// @param field the id of the field
    static @Nullable LocalDate day(String field, @Nullable String entered, List<Fault> faults) {
        if (entered == null || entered.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(entered.strip());
        } catch (DateTimeException notOne) {
            faults.add(new Fault(field, "Enter a real day as year, month and day: 2027-01-31"));
            return null;
        }
    }
}
