package org.ehcexchange.clock;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Every version of every time limit the exchange knows.
public final class Rules {

    private final List<Rule> versions;

    /// @throws IllegalArgumentException when two versions of a rule share a number or a first day
    public Rules(List<Rule> versions) {
        Set<String> seen = new HashSet<>();
        for (Rule rule : versions) {
            boolean newNumber = seen.add(rule.id() + " version " + rule.version());
            boolean newDay = seen.add(rule.id() + " from " + rule.inForceFrom());
            if (!newNumber || !newDay) {
                throw new IllegalArgumentException(
                        "rule "
                                + rule.id()
                                + ", version "
                                + rule.version()
                                + ": another version has the same number or the same first day");
            }
        }
        this.versions = List.copyOf(versions);
    }

    /// The version that judges an event of that day.
    ///
    /// @throws NoRuleInForce before the first version's first day, or when there is no such rule
    public Rule inForce(String id, LocalDate eventOn) {
        return versions.stream()
                .filter(rule -> rule.id().equals(id) && !rule.inForceFrom().isAfter(eventOn))
                .max(Comparator.comparing(Rule::inForceFrom))
                .orElseThrow(() -> new NoRuleInForce(id, eventOn));
    }

    /// Every version of one rule.
    List<Rule> versionsOf(String id) {
        return versions.stream().filter(rule -> rule.id().equals(id)).toList();
    }
}
