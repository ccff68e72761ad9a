package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.worktray.PlanDraft;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where a caseworker begins to send a plan to another authority, or goes on with one begun.
@Controller
@RequestMapping("/plans/start")
class PlanStartPage {

    private final PlanStarts starts;

    PlanStartPage(PlanStarts starts) {
        this.starts = starts;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn you, Model model) {
        PlanStarts.onlyFor(you);
        model.addAttribute("begun", starts.lines(you));
        return "plan-start";
    }

    /// @param reference of a case or plan to copy from; blank for none
    @PostMapping
    String begin(
            @AuthenticationPrincipal SignedIn you,
            @RequestParam(defaultValue = "") String reference,
            Model model) {
        PlanStarts.onlyFor(you);
        if (reference.isBlank()) {
            return first(starts.begin(you));
        }
        Optional<PlanDraft> begun = starts.begin(you, new CaseReference(reference.strip()));
        if (begun.isPresent()) {
            return first(begun.get());
        }
        model.addAttribute("reference", reference);
        model.addAttribute(
                "faults",
                List.of(
                        new Fault(
                                "reference",
                                "No case or plan of yours has this reference. Correct it, or leave"
                                        + " it empty")));
        return show(you, model);
    }

    /// From a conversation that is on the page before.
    @PostMapping("/again")
    String again(@AuthenticationPrincipal SignedIn you, @RequestParam UUID conversation) {
        PlanStarts.onlyFor(you);
        return starts.begin(you, new ConversationId(conversation))
                .map(PlanStartPage::first)
                .orElseThrow(NotThere::answer);
    }

    @PostMapping("/remove")
    String remove(
            @AuthenticationPrincipal SignedIn you,
            @RequestParam UUID draft,
            RedirectAttributes next) {
        starts.delete(you, starts.draft(you, draft).id());
        next.addFlashAttribute("done", "What was begun is thrown away.");
        return "redirect:/plans/start";
    }

    private static String first(PlanDraft draft) {
        return "redirect:/plans/drafts/" + draft.id() + "/child";
    }
}
