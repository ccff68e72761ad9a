package org.ehcexchange.console;

import jakarta.servlet.http.HttpServletResponse;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.evidence.Evidences;
import org.ehcexchange.ledger.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

/// Plans that move: watch them, accept or query what has come, take the evidence away.
@Controller
@RequestMapping("/plans")
class PlanPage {

    private static final String ONE = "/{id:[0-9a-f-]{36}}";

    private final PlanViews views;
    private final PlanLetters letters;
    private final Evidences evidences;
    private final Looks looks;

    PlanPage(PlanViews views, PlanLetters letters, Evidences evidences, Looks looks) {
        this.views = views;
        this.letters = letters;
        this.evidences = evidences;
        this.looks = looks;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn you,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        model.addAttribute(
                "page", views.page(you, after == null ? null : new ConversationId(after)));
        return "plans";
    }

    @GetMapping(ONE)
    String show(@AuthenticationPrincipal SignedIn you, @PathVariable UUID id, Model model) {
        PlanViews.View view = view(you, id);
        looks.viewed(you, new ConversationId(id), "ehc-plan-transfer");
        return show(view, new PlanDecision(null, null), List.of(), model);
    }

    @PostMapping(ONE)
    String decide(
            @AuthenticationPrincipal SignedIn you,
            @PathVariable UUID id,
            PlanDecision form,
            Model model,
            RedirectAttributes next) {
        PlanViews.View view = view(you, id);
        if (!view.line().waitsForYou()) {
            return show(
                    view,
                    form,
                    List.of(new Fault(null, "This plan does not wait for your answer")),
                    model);
        }
        List<Fault> faults = form.faults();
        if (faults.isEmpty()) {
            faults = send(you, view, form);
        }
        if (!faults.isEmpty()) {
            return show(view, form, faults, model);
        }
        next.addFlashAttribute(
                "done",
                form.accepts()
                        ? "The plan is yours now. The family must be told within 6 weeks."
                        : "Your question goes to %s.".formatted(view.line().from()));
        return "redirect:/plans/" + id;
    }

    private List<Fault> send(SignedIn you, PlanViews.View view, PlanDecision form) {
        if (!view.isReceived()) {
            letters.receive(you, view.plan());
        }
        Outcome outcome =
                form.accepts()
                        ? letters.accept(you, view.plan())
                        : letters.ask(you, view.plan(), form.asked());
        return outcome instanceof Outcome.NotAccepted(var fault, var violations)
                ? violations.stream().map(why -> Fault.of(null, why)).toList()
                : List.of();
    }

    @GetMapping(ONE + "/evidence")
    void evidence(
            @AuthenticationPrincipal SignedIn you,
            @PathVariable UUID id,
            HttpServletResponse response)
            throws IOException {
        ConversationId conversation = new ConversationId(id);
        Evidences.Evidence evidence =
                evidences.of(you.code(), conversation).orElseThrow(NotThere::answer);
        looks.viewed(you, conversation, "evidence");
        response.setContentType("application/jsonl");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"evidence-%s.jsonl\"".formatted(id));
        evidence.writeTo(response.getOutputStream());
    }

    private PlanViews.View view(SignedIn you, UUID id) {
        return views.of(you, new ConversationId(id)).orElseThrow(NotThere::answer);
    }

    private static String show(
            PlanViews.View view, PlanDecision form, List<Fault> faults, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        return "plan";
    }
}
