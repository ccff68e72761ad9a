package org.ehcexchange.clock;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
/// @param reminders how long before the last day whoever owes it is reminded
/// @param excusedBy what the law accepts as a reason for being late
/// @param neverExcusedBy what is often given as a reason and is none
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
        List<Span> reminders,
        List<Exemption> excusedBy,
        List<NoExemption> neverExcusedBy) {

    public Rule {
        events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
        limbs = List.copyOf(limbs);
        reminders = List.copyOf(reminders);
        excusedBy = List.copyOf(excusedBy);
        neverExcusedBy = List.copyOf(neverExcusedBy);
        check(!limbs.isEmpty(), "limbs is empty: give at least one period");
        check(events.containsKey(trigger), "trigger is " + trigger + ": name one of the events");
        for (Stretch limb : limbs) {
            check(
                    events.containsKey(limb.event()),
                    "a limb is counted from " + limb.event() + ": name one of the events");
        }
    }

    /// Whether what somebody relies on for being late is an excuse in law.
    ///
    /// @param term what this rule gave
    public Verdict judge(Term term, Excuse excuse) {
        return new Judging(this, term, excuse).verdict();
    }

    /// Why another version of the same rule cannot stand beside this one.
    Optional<String> clashWith(Rule other) {
        if (!id.equals(other.id)) {
            return Optional.empty();
        }
        return Stream.of(
                        clash(version == other.version, "the same version number"),
                        clash(inForceFrom.equals(other.inForceFrom), "the same first day in force"),
                        clash(
                                !events.keySet().equals(other.events.keySet()),
                                "different events: name them alike, or make another rule"))
                .flatMap(Optional::stream)
                .findFirst()
                .map(why -> "two versions of " + id + " have " + why);
    }

    private static Optional<String> clash(boolean does, String why) {
        return does ? Optional.of(why) : Optional.empty();
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
