package org.ehcexchange.casefile;

import org.ehcexchange.clock.Rule;
import org.ehcexchange.clock.Rules;
import org.ehcexchange.disclosure.CsvTable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The events that may be put on record, as the table `rules/case/events.csv` has them.
record CaseEvents(List<EventLine> lines) {

    private static final String FILE = "/rules/case/events.csv";

    /// As they ship, from the class path.
    static final CaseEvents SHIPPED = new CaseEvents(new CsvTable(FILE).lines(EventLine::read));

    private static final String REQUESTED = "request-received";

    CaseEvents {
        lines = List.copyOf(lines);
    }

    /// That an assessment was requested: what opens a case.
    EventLine requested() {
        return find(REQUESTED).orElseThrow();
    }

    Optional<EventLine> find(String event) {
        return lines.stream().filter(line -> line.event().equals(event)).findFirst();
    }

    List<String> words() {
        return lines.stream().map(EventLine::event).toList();
    }

    /// The rules whose time an event of a case can start.
    List<String> rules() {
        return lines.stream().flatMap(line -> line.starts().stream()).distinct().toList();
    }

    /// What the table asks of rules that they do not have, a sentence each; empty when they agree.
    List<String> disagreements(Rules rules) {
        return lines.stream().flatMap(line -> disagreements(line, rules)).toList();
    }

    private static Stream<String> disagreements(EventLine line, Rules rules) {
        Stream<String> unknown =
                Stream.of(line.starts(), line.meets(), line.stops())
                        .flatMap(List::stream)
                        .filter(rule -> rules.versionsOf(rule).isEmpty())
                        .map(
                                rule ->
                                        "%s names the rule %s, which there is not"
                                                .formatted(line.event(), rule));
        Stream<String> days =
                line.starts().stream()
                        .flatMap(id -> rules.versionsOf(id).stream())
                        .filter(rule -> !has(line, rule))
                        .map(
                                rule ->
                                        "%s lacks a day that the rule %s counts from"
                                                .formatted(line.event(), rule.id()));
        return Stream.concat(unknown, days);
    }

    private static boolean has(EventLine line, Rule rule) {
        Set<String> days = new TreeSet<>(line.days());
        days.add(rule.trigger());
        return days.containsAll(rule.events().keySet());
    }
}
