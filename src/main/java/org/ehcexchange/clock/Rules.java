package org.ehcexchange.clock;

import org.ehcexchange.canonical.Violation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Every version of every time limit the exchange knows.
public final class Rules {

    private final List<Rule> versions;
    private final Map<String, List<Rule>> byId;
    private final Calendar calendar;
    private final Map<Question, Work> answered = Collections.synchronizedMap(new Latest());

    /// @throws IllegalArgumentException when two versions of a rule exclude each other
    Rules(List<Rule> versions, Calendar calendar) {
        List<String> clashes = clashes(versions);
        if (!clashes.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", clashes));
        }
        this.calendar = calendar;
        this.versions =
                versions.stream()
                        .sorted(Comparator.comparing(Rule::id).thenComparing(Rule::inForceFrom))
                        .toList();
        this.byId = this.versions.stream().collect(Collectors.groupingBy(Rule::id));
    }

    /// What keeps versions from standing beside each other: versions of one rule have numbers,
    /// first days and the same events.
    static List<String> clashes(List<Rule> versions) {
        List<String> clashes = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            for (Rule earlier : versions.subList(0, i)) {
                versions.get(i).clashWith(earlier).ifPresent(clashes::add);
            }
        }
        return clashes;
    }

    /// What one answer follows from, as long as the rules stand.
    private record Question(String rule, Map<String, LocalDate> events) {}

    /// The answers that were asked for last: most clocks of a day are set off by the same days.
    private static final class Latest extends LinkedHashMap<Question, Work> {

        private static final int MOST = 256;

        private Latest() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Work> eldest) {
            return size() > MOST;
        }
    }

    /// Every version of every rule, by id and first day.
    public List<Rule> all() {
        return versions;
    }

    /// When a duty is due that was set off by these events, with the whole working.
    ///
    /// @param id such as `advice-return`
    /// @param events the day of each of the rule's events, by name, such as `receivedOn`
    public Work work(String id, Map<String, LocalDate> events) {
        return latest(id).map(rule -> work(rule, events)).orElseGet(this::noSuchRule);
    }

    private Work work(Rule latest, Map<String, LocalDate> events) {
        return answered.computeIfAbsent(
                new Question(latest.id(), Map.copyOf(events)),
                question -> workOut(latest, question.events()));
    }

    private Work workOut(Rule latest, Map<String, LocalDate> events) {
        List<Violation> violations = new EventDays(latest.events()).wrongNames(events.keySet());
        if (!violations.isEmpty()) {
            return new Unworkable(violations);
        }
        LocalDate day = Objects.requireNonNull(events.get(latest.trigger()));
        return inForce(latest.id(), day)
                .map(rule -> new Reckoning(rule, events, calendar).work())
                .orElseGet(() -> beforeTheRule(latest, day));
    }

    /// Reads the days of a rule's events as a caller wrote them.
    ///
    /// @throws IllegalArgumentException when there is no such rule
    public Asked read(String id, Map<String, List<String>> written) {
        return latest(id)
                .map(rule -> new EventDays(rule.events()).read(written))
                .orElseThrow(() -> new IllegalArgumentException("no such rule: " + id));
    }

    /// Whether what somebody relies on for being late is an excuse in law.
    ///
    /// @param working what the rule gave
    public Verdict judge(Working working, Excuse excuse) {
        return judge(working.rule(), working.version(), working.term(), excuse);
    }

    /// The same for time that runs already, by the version of the rule that it was started under.
    public Verdict judge(String id, int version, Term term, Excuse excuse) {
        return version(id, version).judge(term, excuse);
    }

    /// The version by which a duty was worked out.
    ///
    /// @throws IllegalArgumentException when its file is no longer there
    public Rule version(String id, int version) {
        return versionsOf(id).stream()
                .filter(rule -> rule.version() == version)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no file of exchange.clock.rules holds version %d of the rule %s: put it back"
                                                .formatted(version, id)));
    }

    private Unworkable noSuchRule() {
        String known = String.join(", ", versions.stream().map(Rule::id).distinct().toList());
        return new Unworkable(
                List.of(
                        new Violation(
                                "", "There is no such rule.", "The rules are " + known + ".")));
    }

    private static Unworkable beforeTheRule(Rule rule, LocalDate day) {
        return new Unworkable(
                List.of(
                        new Violation(
                                "/" + rule.trigger(),
                                "No version of the rule %s is in force on %s."
                                        .formatted(rule.id(), day),
                                "Correct the day, or add a version to the rules' folder.")));
    }

    /// The version that judges an event of that day.
    private Optional<Rule> inForce(String id, LocalDate day) {
        return versionsOf(id).stream()
                .filter(rule -> !rule.inForceFrom().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    private Optional<Rule> latest(String id) {
        return versionsOf(id).reversed().stream().findFirst();
    }

    /// Every version of one rule, the earliest first; none when there is no such rule.
    public List<Rule> versionsOf(String id) {
        return byId.getOrDefault(id, List.of());
    }
}
