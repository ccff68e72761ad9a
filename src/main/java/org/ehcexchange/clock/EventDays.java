package org.ehcexchange.clock;

import org.ehcexchange.canonical.Violation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The names of one rule's events and their days, checked.
///
/// @param named each event, with what it is the day of
record EventDays(Map<String, String> named) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /// Events that are missing, in the rule's order, and names that are none.
    List<Violation> wrongNames(Set<String> names) {
        List<Violation> violations = new ArrayList<>();
        named.forEach(
                (name, words) -> {
                    if (!names.contains(name)) {
                        violations.add(missing(name, words));
                    }
                });
        names.stream()
                .filter(name -> !named.containsKey(name))
                .sorted()
                .forEach(
                        name ->
                                violations.add(
                                        violation(name, name + " is no event of this rule.")));
        return violations;
    }

    private Violation missing(String name, String words) {
        return violation(name, "%s is missing: %s.".formatted(name, words));
    }

    private Violation violation(String name, String problem) {
        return new Violation(
                pointer(name),
                problem,
                "Give %s, each once.".formatted(String.join(" and ", named.keySet())));
    }

    Asked read(Map<String, List<String>> written) {
        List<Violation> violations = wrongNames(written.keySet());
        Map<String, LocalDate> days = new LinkedHashMap<>();
        for (String name : named.keySet()) {
            List<String> texts = written.getOrDefault(name, List.of());
            if (texts.size() > 1) {
                violations.add(violation(name, name + " is given more than once."));
            } else if (!texts.isEmpty()) {
                read(name, texts.getFirst(), days, violations);
            }
        }
        return violations.isEmpty() ? new Asked.Days(days) : new Asked.Faults(violations);
    }

    private static void read(
            String name, String text, Map<String, LocalDate> days, List<Violation> violations) {
        try {
            if (DAY.matcher(text).matches()) {
                days.put(name, LocalDate.parse(text));
                return;
            }
        } catch (DateTimeException e) {
            // Such as 30 February: told like any other text that is no day.
        }
        violations.add(
                new Violation(pointer(name), name + " is no day.", "Write it like 2026-06-01."));
    }

    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1"); // RFC 6901, section 3
    }
}
