package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.OpenRequests;
import org.ehcexchange.canonical.Section;
import org.ehcexchange.canonical.Sex;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.directory.Role;
import org.ehcexchange.worktray.Entered.Day;
import org.ehcexchange.worktray.PlanDraft;
import org.ehcexchange.worktray.PlanField;
import org.ehcexchange.worktray.PlanStep;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Shows the forms of a plan's transfer with what was entered, and what is wrong beside each field.
@Component
class PlanForms {

    /// The form of whatever is wrong, wherever it was entered.
    static final String FIX = "fix";

    private static final List<Choice> LEAVES =
            List.of(new Choice("moved-on", "On the day of the move"));

    private final Bodies bodies;

    PlanForms(Bodies bodies) {
        this.bodies = bodies;
    }

    /// One field.
    ///
    /// @param none what it is called to choose nothing
    record Box(
            String name,
            String shape,
            String label,
            String value,
            Day day,
            List<Choice> choices,
            String none) {

        @Override
        public String toString() {
            return "Box[" + name + ", the rest not shown]";
        }
    }

    record Part(String code, String heading, List<Box> boxes) {}

    /// A form.
    ///
    /// @param path where it is sent
    /// @param steps every form, for who wants to change another one
    record Filled(String id, String path, List<Part> parts, List<Choice> steps) {}

    /// @return the view
    String show(SignedIn you, PlanDraft draft, PlanStep step, Model model) {
        return show(you, draft, List.of(step), step.code(), model);
    }

    /// Shows all that is wrong, with the forms in which it was entered.
    ///
    /// @return the view
    String fix(SignedIn you, PlanDraft draft, List<Violation> wrong, Model model) {
        model.addAttribute("faults", PlanFaults.of(wrong));
        return show(you, draft, PlanFaults.steps(wrong), FIX, model);
    }

    private String show(
            SignedIn you, PlanDraft draft, List<PlanStep> steps, String path, Model model) {
        model.addAttribute(
                "form",
                new Filled(
                        draft.id().toString(),
                        "/plans/drafts/%s/%s".formatted(draft.id(), path),
                        steps.stream().map(step -> part(you, draft, step)).toList(),
                        Arrays.stream(PlanStep.values())
                                .map(step -> new Choice(step.code(), step.heading()))
                                .toList()));
        model.addAttribute("wrong", Fault.besideFields(model));
        return "plan-step";
    }

    private Part part(SignedIn you, PlanDraft draft, PlanStep step) {
        return new Part(
                step.code(),
                step.heading(),
                Arrays.stream(PlanField.values())
                        .filter(field -> field.step() == step)
                        .map(field -> box(you, draft, field))
                        .toList());
    }

    private Box box(SignedIn you, PlanDraft draft, PlanField field) {
        boolean isDay = field.shape() == PlanField.Shape.DAY;
        return new Box(
                field.path(),
                field.shape().name(),
                label(field),
                isDay ? "" : draft.text(field),
                isDay ? draft.day(field) : Day.NONE,
                choices(you, field),
                none(field));
    }

    private static String label(PlanField field) {
        return field.isSection()
                ? "%s: %s".formatted(field.label(), Plans.name(Section.valueOf(field.name())))
                : field.label();
    }

    private List<Choice> choices(SignedIn you, PlanField field) {
        return switch (field) {
            case TO -> bodies.others(Role.AUTHORITY, you.code());
            case OLD_COMMISSIONER, NEW_COMMISSIONER -> bodies.of(Role.HEALTH_COMMISSIONER);
            case SEX -> Choice.of(Sex.values());
            case OPEN_REQUESTS -> Choice.of(OpenRequests.values());
            case SEND_ON -> LEAVES;
            default -> List.of();
        };
    }

    private static String none(PlanField field) {
        return switch (field) {
            case SEND_ON -> "Now";
            case OLD_COMMISSIONER, NEW_COMMISSIONER -> "As the directory has it";
            case OPEN_REQUESTS -> "Withdraw them, when the plan is accepted";
            default -> "Choose one";
        };
    }

    /// With the commissioners that the directory names where none was chosen.
    PlanDraft proposed(SignedIn you, PlanDraft draft) {
        PlanDraft old = proposed(draft, PlanField.OLD_COMMISSIONER, you.code().value());
        return proposed(old, PlanField.NEW_COMMISSIONER, draft.text(PlanField.TO));
    }

    private PlanDraft proposed(PlanDraft draft, PlanField field, String authority) {
        return draft.lacks(field)
                ? bodies.commissionerOf(authority)
                        .map(code -> draft.with(Map.of(field.path(), code)))
                        .orElse(draft)
                : draft;
    }
}
