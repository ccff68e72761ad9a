package org.ehcexchange.clock;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One version of one statutory time limit, as its file states it.
///
/// @param inForceFrom the first day this version judges; earlier days keep earlier versions
/// @param duty what must be done, in words
/// @param events the days it is counted from, by name, each with what it is the day of
/// @param trigger the event that starts the time, and whose day says which version judges
/// @param limbs at least one; the one that ends last decides, of two that end together the later in
///     this list
/// @param metBy what ends it, in words
/// @param dueSoon how long before the last day people should look at it
/// @param reminders how long before the last day whoever owes it is reminded, the longest first
public record Rule(
        String id,
        int version,
        LocalDate inForceFrom,
        String provision,
        String duty,
        Map<String, String> events,
        String trigger,
        Bound bound,
        List<Stretch> limbs,
        String owedBy,
        String owedTo,
        String metBy,
        Span dueSoon,
        List<Span> reminders) {

    public Rule {
        events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
        limbs = List.copyOf(limbs);
        reminders = List.copyOf(reminders);
        if (limbs.isEmpty()) {
            throw new IllegalArgumentException("a rule needs at least one limb");
        }
    }
}
