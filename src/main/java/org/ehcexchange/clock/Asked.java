package org.ehcexchange.clock;

import org.ehcexchange.canonical.Violation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What came of reading the days of a rule's events as a caller wrote them.
public sealed interface Asked {

    /// One day for each event of the rule.
    record Days(Map<String, LocalDate> events) implements Asked {
        public Days {
            events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
        }
    }

    /// Everything that is wrong with what was written; never empty, and it repeats no value.
    record Faults(List<Violation> reasons) implements Asked {
        public Faults {
            reasons = List.copyOf(reasons);
        }
    }
}
