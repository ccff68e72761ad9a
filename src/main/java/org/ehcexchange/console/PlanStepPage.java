package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.worktray.PlanDraft;
import org.ehcexchange.worktray.PlanField;
import org.ehcexchange.worktray.PlanSending;
import org.ehcexchange.worktray.PlanStep;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The forms in which a caseworker says which plan moves and where to. Whatever button is pressed,
/// what was entered is saved first.
@Controller
@RequestMapping(PlanStepPage.ONE)
class PlanStepPage {

    static final String ONE = "/plans/drafts/{id:[0-9a-f-]{36}}";
    private static final String STEPS = "child|move|plan|sections";

    private final PlanStarts starts;
    private final PlanForms forms;
    private final PlanSending sending;

    PlanStepPage(PlanStarts starts, PlanForms forms, PlanSending sending) {
        this.starts = starts;
        this.forms = forms;
        this.sending = sending;
    }

    @GetMapping("/{step:" + STEPS + "}")
    String show(
            @AuthenticationPrincipal SignedIn you,
            @PathVariable UUID id,
            @PathVariable String step,
            Model model) {
        return forms.show(you, starts.draft(you, id), step(step), model);
    }

    @PostMapping("/{step:" + STEPS + "|" + PlanForms.FIX + "}")
    String save(
            @AuthenticationPrincipal SignedIn you,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> fields,
            Model model) {
        PlanDraft draft = forms.proposed(you, starts.draft(you, id).with(entered(fields)));
        starts.save(you, draft);
        if ("save".equals(fields.getFirst("do"))) {
            return "redirect:/plans/start?saved";
        }
        return step.equals(PlanForms.FIX)
                ? "redirect:/plans/drafts/%s/check".formatted(id)
                : next(you, draft, step(step), model);
    }

    private String next(SignedIn you, PlanDraft draft, PlanStep step, Model model) {
        List<Violation> wrong = PlanFaults.in(step, wrong(you, draft));
        if (wrong.isEmpty()) {
            return "redirect:/plans/drafts/%s/%s".formatted(draft.id(), after(step));
        }
        model.addAttribute("faults", PlanFaults.of(wrong));
        return forms.show(you, draft, step, model);
    }

    private List<Violation> wrong(SignedIn you, PlanDraft draft) {
        return switch (sending.read(draft, you.code())) {
            case Reading.Valid valid -> List.of();
            case Reading.Invalid(List<Violation> violations) -> violations;
        };
    }

    private static String after(PlanStep step) {
        return switch (step) {
            case CHILD -> PlanStep.MOVE.code();
            case MOVE -> PlanStep.PLAN.code();
            case PLAN -> PlanStep.SECTIONS.code();
            case SECTIONS -> "documents";
        };
    }

    /// What the forms on the page hold; a box that is not sent is one without a tick.
    private static Map<String, String> entered(MultiValueMap<String, String> fields) {
        List<String> parts = fields.getOrDefault("part", List.of());
        Map<String, String> entered = new LinkedHashMap<>();
        Arrays.stream(PlanField.values())
                .filter(field -> parts.contains(field.step().code()))
                .flatMap(field -> field.boxes().stream())
                .forEach(
                        box ->
                                entered.put(
                                        box,
                                        Words.orNothing(fields.getFirst(box))
                                                .replace("\r\n", "\n")
                                                .strip()));
        return entered;
    }

    private static PlanStep step(String word) {
        return Code.find(PlanStep.class, word).orElseThrow(NotThere::answer);
    }
}
