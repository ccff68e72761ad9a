package org.ehcexchange.console;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.worktray.PlanField;
import org.ehcexchange.worktray.PlanStep;

import java.util.List;

/// Says what is wrong with a plan that is to move as its forms say it.
final class PlanFaults {

    private PlanFaults() {}

    static List<Fault> of(List<Violation> wrong) {
        return Fault.all(wrong.stream().map(PlanFaults::of));
    }

    private static Fault of(Violation why) {
        return PlanField.at(why.pointer())
                .map(field -> new Fault(field.path(), words(field, why)))
                .orElseGet(() -> Fault.of(null, why));
    }

    private static String words(PlanField field, Violation why) {
        return why.problem().startsWith("The field ")
                ? "%s: this is missing.".formatted(field.label())
                : "%s: %s %s".formatted(field.label(), why.problem(), why.remedy());
    }

    /// What is wrong with the fields of one form.
    static List<Violation> in(PlanStep step, List<Violation> wrong) {
        return wrong.stream()
                .filter(
                        why ->
                                PlanField.at(why.pointer()).map(PlanField::step).stream()
                                        .anyMatch(step::equals))
                .toList();
    }

    /// The forms in which something is wrong.
    static List<PlanStep> steps(List<Violation> wrong) {
        return wrong.stream()
                .flatMap(why -> PlanField.at(why.pointer()).stream())
                .map(PlanField::step)
                .distinct()
                .sorted()
                .toList();
    }
}
