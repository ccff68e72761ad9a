package org.ehcexchange.clock;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A date the law sets, with everything needed to work it again by hand.
///
/// @param calendar the version of the working days it was counted by
/// @param explanation which period decides and why, in a plain sentence
/// @param events the days that it was worked from, by the event's name
/// @param startedOn from when the time runs, for the states of a [Course]
/// @param dueSoonOn from when people should look at it; never before `startedOn`
/// @param dueOn the last day; what it means is for `bound` to say
/// @param reminders the days to remind whoever owes it, in order
/// @param limbs at least one; exactly one governs
public record Working(
        String rule,
        int version,
        String calendar,
        String provision,
        String duty,
        String explanation,
        Map<String, LocalDate> events,
        Bound bound,
        LocalDate startedOn,
        LocalDate dueSoonOn,
        LocalDate dueOn,
        List<LocalDate> reminders,
        List<Limb> limbs)
        implements Work {

    public Working {
        events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
        reminders = List.copyOf(reminders);
        limbs = List.copyOf(limbs);
    }

    /// What a [Course] needs of it.
    public Term term() {
        return new Term(bound, startedOn, dueSoonOn, dueOn);
    }
}
