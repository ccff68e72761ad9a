package org.ehcexchange.clock;

import org.ehcexchange.canonical.Violation;

import java.time.LocalDate;
import java.util.List;

/// Whether the law knows an excuse for being late.
public sealed interface Verdict {

    /// @param provision the one that excuses
    /// @param until the last day it holds
    record Accepted(String kind, String provision, LocalDate until) implements Verdict {

        /// What a [Course] needs of it.
        ///
        /// @param day when it was put on record
        public Course.Excused since(LocalDate day) {
            return new Course.Excused(day, until);
        }
    }

    /// @param reasons every one; never empty
    record Refused(List<Violation> reasons) implements Verdict {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
