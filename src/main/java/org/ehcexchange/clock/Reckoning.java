package org.ehcexchange.clock;

import org.ehcexchange.canonical.Violation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Works one version of a rule out for the days of its events.
///
/// @param events exactly the rule's events
record Reckoning(Rule rule, Map<String, LocalDate> events, Calendar calendar) {

    Work work() {
        List<List<Day>> counted = new ArrayList<>();
        List<Violation> beyond = new ArrayList<>();
        for (Stretch limb : rule.limbs()) {
            days(limb).ifPresentOrElse(counted::add, () -> beyond.add(beyondKnown(limb)));
        }
        return beyond.isEmpty() ? work(counted, latest(counted)) : new Unworkable(beyond);
    }

    private Optional<List<Day>> days(Stretch limb) {
        Optional<List<Day>> days = new Count(on(limb.event()), limb, calendar.workingDays()).days();
        boolean rollsOn = calendar.rollOn() && rule.bound() == Bound.DEADLINE && limb.mayRollOn();
        return rollsOn ? days.flatMap(new RollingOn(calendar.workingDays())::roll) : days;
    }

    private LocalDate on(String event) {
        return Objects.requireNonNull(events.get(event));
    }

    private Violation beyondKnown(Stretch limb) {
        return new Violation(
                "/" + limb.event(),
                "%s reaches days whose bank holidays are not known (%s)."
                        .formatted(limb.words(on(limb.event())), calendar.version()),
                "Correct the day; or bring the exchange up to date, with"
                        + " exchange.clock.holidays-known-to set to the last year published.");
    }

    private static int latest(List<List<Day>> counted) {
        int latest = 0;
        for (int i = 1; i < counted.size(); i++) {
            if (!end(counted.get(i)).isBefore(end(counted.get(latest)))) {
                latest = i;
            }
        }
        return latest;
    }

    private static LocalDate end(List<Day> days) {
        return days.getLast().date();
    }

    private Work work(List<List<Day>> counted, int governs) {
        LocalDate due = end(counted.get(governs));
        Optional<LocalDate> soon = before(due, rule.dueSoon());
        List<LocalDate> reminders =
                rule.reminders().stream().flatMap(lead -> before(due, lead).stream()).toList();
        return soon.isEmpty() || reminders.size() < rule.reminders().size()
                ? new Unworkable(List.of(beyondKnown(rule.limbs().get(governs))))
                : working(
                        limbs(counted, governs), rule.limbs().get(governs), soon.get(), reminders);
    }

    private Optional<LocalDate> before(LocalDate due, Span lead) {
        return new Count(due, Stretch.before(lead), calendar.workingDays())
                .days()
                .map(Reckoning::end);
    }

    private List<Limb> limbs(List<List<Day>> counted, int governs) {
        List<Limb> limbs = new ArrayList<>();
        for (int i = 0; i < counted.size(); i++) {
            Stretch limb = rule.limbs().get(i);
            String words = limb.words(on(limb.event())) + ", " + rule.events().get(limb.event());
            limbs.add(new Limb(words, end(counted.get(i)), i == governs, counted.get(i)));
        }
        return limbs;
    }

    private Working working(
            List<Limb> limbs, Stretch governing, LocalDate soon, List<LocalDate> reminders) {
        LocalDate due = limbs.get(rule.limbs().indexOf(governing)).on();
        LocalDate start = start(due, soon, reminders);
        return new Working(
                rule.id(),
                rule.version(),
                calendar.version(),
                rule.provision(),
                rule.duty(),
                governing.because(),
                inOrder(),
                rule.bound(),
                start,
                soon.isBefore(start) ? start : soon,
                due,
                reminders.stream().filter(day -> !day.isBefore(start)).sorted().toList(),
                limbs);
    }

    private Map<String, LocalDate> inOrder() {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        rule.events().keySet().forEach(event -> days.put(event, on(event)));
        return days;
    }

    /// The trigger's day; what is due before its trigger begins with the first thing to do about
    /// it.
    private LocalDate start(LocalDate due, LocalDate soon, List<LocalDate> reminders) {
        LocalDate trigger = on(rule.trigger());
        return due.isBefore(trigger)
                ? Stream.concat(Stream.of(soon), reminders.stream())
                        .min(LocalDate::compareTo)
                        .orElse(soon)
                : trigger;
    }
}
