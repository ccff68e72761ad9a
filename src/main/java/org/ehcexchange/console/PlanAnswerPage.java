package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Outcome;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.UUID;

/// Where a caseworker of the new authority accepts a plan, asks about it, or declines it.
@Controller
class PlanAnswerPage {

    private final PlanPage page;
    private final PlanLetters letters;

    PlanAnswerPage(PlanPage page, PlanLetters letters) {
        this.page = page;
        this.letters = letters;
    }

    @PostMapping("/plans" + PlanPage.ONE)
    String decide(
            @AuthenticationPrincipal SignedIn you,
            @PathVariable UUID id,
            PlanDecision form,
            Model model,
            RedirectAttributes next) {
        PlanViews.View view = page.view(you, id);
        List<Fault> faults =
                view.line().waitsForYou()
                        ? form.faults()
                        : List.of(new Fault(null, "This plan does not wait for your answer"));
        if (faults.isEmpty()) {
            faults = send(you, view, form);
        }
        if (!faults.isEmpty()) {
            return page.show(you, view, form, faults, model);
        }
        next.addFlashAttribute("done", done(view, form));
        return "redirect:/plans/" + id;
    }

    private static String done(PlanViews.View view, PlanDecision form) {
        if (form.accepts()) {
            return "The plan is yours now. The family must be told within 6 weeks.";
        }
        return form.declines()
                ? "%s is told that the plan stays theirs.".formatted(view.line().from())
                : "Your question goes to %s.".formatted(view.line().from());
    }

    private List<Fault> send(SignedIn you, PlanViews.View view, PlanDecision form) {
        if (!view.isReceived()) {
            letters.receive(you, view.plan());
        }
        return Fault.of(answer(you, view, form));
    }

    private Outcome answer(SignedIn you, PlanViews.View view, PlanDecision form) {
        if (form.accepts()) {
            return letters.accept(you, view.plan());
        }
        return form.declines()
                ? letters.decline(
                        you,
                        view.plan(),
                        form.reason(),
                        form.right().isEmpty() ? null : new OrganisationCode(form.right()))
                : letters.ask(you, view.plan(), form.asked());
    }
}
