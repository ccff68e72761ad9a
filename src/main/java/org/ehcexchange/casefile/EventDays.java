package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.Rule;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// The days that an event gives to the rules it starts.
///
/// @param on its own, which is the trigger of each
/// @param others by the name that the rule has for them
record EventDays(LocalDate on, Map<String, LocalDate> others) {

    Map<String, LocalDate> of(Rule rule) {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        rule.events().keySet().forEach(name -> days.put(name, others.getOrDefault(name, on)));
        return days;
    }

    /// What is wrong with a rule's day, at the place where the event gave it.
    Violation inTermsOfTheEvent(Violation wrong) {
        String name = wrong.pointer().replaceFirst("^/", "");
        return others.containsKey(name)
                ? wrong
                : new Violation("/on", wrong.problem(), wrong.remedy());
    }
}
