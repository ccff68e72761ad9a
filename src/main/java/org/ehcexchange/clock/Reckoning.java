package org.ehcexchange.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Works one rule out for the days of its events.
record Reckoning(Rule rule, Map<String, LocalDate> events) {

    private static final String CALENDAR = "no working days are counted";

    Working working() {
        List<List<Day>> counted =
                rule.limbs().stream()
                        .map(limb -> new Count(on(limb.event()), limb).days())
                        .toList();
        int governs = latest(counted);
        LocalDate due = counted.get(governs).getLast().date();
        LocalDate soon = before(due, rule.dueSoon());
        List<LocalDate> reminders =
                rule.reminders().stream().map(lead -> before(due, lead)).toList();
        return new Working(
                rule.id(),
                rule.version(),
                CALENDAR,
                rule.provision(),
                rule.duty(),
                rule.limbs().get(governs).because(),
                events,
                rule.bound(),
                start(soon, reminders),
                soon,
                due,
                reminders,
                limbs(counted, governs));
    }

    private LocalDate on(String event) {
        return Objects.requireNonNull(events.get(event));
    }

    private static int latest(List<List<Day>> counted) {
        int latest = 0;
        for (int i = 1; i < counted.size(); i++) {
            LocalDate ends = counted.get(i).getLast().date();
            if (!ends.isBefore(counted.get(latest).getLast().date())) {
                latest = i;
            }
        }
        return latest;
    }

    private static LocalDate before(LocalDate day, Span lead) {
        return new Count(
                        day,
                        new Stretch(
                                "",
                                lead.period(),
                                lead.unit(),
                                Counting.EXCLUSIVE,
                                Direction.BEFORE,
                                ""))
                .days()
                .getLast()
                .date();
    }

    /// The trigger's day; what is due before it begins with the first thing to do about it.
    private LocalDate start(LocalDate soon, List<LocalDate> reminders) {
        return Stream.concat(Stream.of(on(rule.trigger()), soon), reminders.stream())
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private List<Limb> limbs(List<List<Day>> counted, int governs) {
        List<Limb> limbs = new ArrayList<>();
        for (int i = 0; i < counted.size(); i++) {
            Stretch stretch = rule.limbs().get(i);
            String words =
                    stretch.words(on(stretch.event())) + ", " + rule.events().get(stretch.event());
            List<Day> days = counted.get(i);
            limbs.add(new Limb(words, days.getLast().date(), i == governs, days));
        }
        return limbs;
    }
}
