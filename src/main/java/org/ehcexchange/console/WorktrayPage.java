package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.worktray.Answering;
import org.ehcexchange.worktray.Asked;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.UUID;

/// What was asked of a body that has no system of its own, and one request of it.
@Controller
@RequestMapping("/worktray")
class WorktrayPage {

    static final String ONE = "/{id:[0-9a-f-]{36}}";

    private final Trays trays;
    private final TrayViews views;
    private final Answering answering;
    private final Looks looks;

    WorktrayPage(Trays trays, TrayViews views, Answering answering, Looks looks) {
        this.trays = trays;
        this.views = views;
        this.answering = answering;
        this.looks = looks;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn you, Model model) {
        if (!Trays.has(you)) {
            throw NotThere.answer();
        }
        model.addAttribute("tray", views.of(you.code()));
        return "worktray";
    }

    @GetMapping(ONE)
    String show(@AuthenticationPrincipal SignedIn you, @PathVariable UUID id, Model model) {
        TrayView.Request request = views.of(you, trays.asked(you, id));
        looks.viewed(you, new ConversationId(id), request.purpose());
        model.addAttribute("request", request);
        return "worktray-request";
    }

    @PostMapping(ONE + "/acknowledge")
    String acknowledge(
            @AuthenticationPrincipal SignedIn you,
            @PathVariable UUID id,
            Model model,
            RedirectAttributes next) {
        Asked asked = trays.asked(you, id);
        return switch (answering.acknowledge(asked, you.person())) {
            case Outcome.NotAccepted not -> {
                model.addAttribute("faults", AnswerFaults.of(not.violations()));
                yield show(you, id, model);
            }
            case Outcome.Accepted accepted -> done(id, next);
            case Outcome.AlreadyAccepted already -> done(id, next);
        };
    }

    private static String done(UUID id, RedirectAttributes next) {
        next.addFlashAttribute("done", "The authority is told that you have the request.");
        return "redirect:/worktray/" + id;
    }
}
