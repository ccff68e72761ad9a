package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.ledger.transfer.PlanMoves;
import org.ehcexchange.ledger.transfer.PlanMoves.Deciding;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.UUID;

/// Where a caseworker of the old authority calls a plan back, or lets it go nowhere.
@Controller
@RequestMapping("/plans" + PlanPage.ONE)
class PlanBackPage {

    private final PlanPage page;
    private final PlanLetters letters;
    private final PlanMoves moves;

    PlanBackPage(PlanPage page, PlanLetters letters, PlanMoves moves) {
        this.page = page;
        this.letters = letters;
        this.moves = moves;
    }

    @PostMapping("/recall")
    String recall(
            @AuthenticationPrincipal SignedIn you,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        PlanStarts.onlyFor(you);
        PlanViews.View view = page.view(you, id);
        List<Fault> faults = wrong(view.acts().recall(), reason);
        if (faults.isEmpty()) {
            faults = Fault.of(letters.recall(you, view.plan(), reason.strip()));
        }
        next.addFlashAttribute("done", "The plan is called back.");
        return then(you, view, faults, model);
    }

    @PostMapping("/keep")
    String keep(
            @AuthenticationPrincipal SignedIn you,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        PlanStarts.onlyFor(you);
        PlanViews.View view = page.view(you, id);
        List<Fault> faults = wrong(view.acts().keep(), reason);
        if (faults.isEmpty()) {
            faults = kept(you, id, reason.strip());
        }
        next.addFlashAttribute("done", "The plan stays with you, and the time for it stops.");
        return then(you, view, faults, model);
    }

    private List<Fault> kept(SignedIn you, UUID id, String reason) {
        PlanMoves.Decision decision = new PlanMoves.Decision(you.code(), reason, you.getName());
        return switch (moves.withdraw(new ConversationId(id), decision)) {
            case Deciding.Done done -> List.of();
            case Deciding.NotPossible(String why) -> List.of(new Fault(null, why));
            case Deciding.NotFound none -> throw NotThere.answer();
        };
    }

    private static List<Fault> wrong(boolean mayBe, String reason) {
        return mayBe
                ? PlanDecision.faults("reason", reason.strip(), "Say why")
                : List.of(new Fault(null, "The plan has moved on meanwhile: look how it stands"));
    }

    private String then(SignedIn you, PlanViews.View view, List<Fault> faults, Model model) {
        return faults.isEmpty()
                ? "redirect:/plans/" + view.line().id()
                : page.show(you, view, PlanDecision.NONE, faults, model);
    }
}
