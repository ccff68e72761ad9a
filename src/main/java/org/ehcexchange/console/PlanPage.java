package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.directory.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.UUID;

/// Plans that move, for the two authorities to watch.
@Controller
@RequestMapping("/plans")
class PlanPage {

    static final String ONE = "/{id:[0-9a-f-]{36}}";

    private final PlanLines lines;
    private final PlanViews views;
    private final Bodies bodies;
    private final Looks looks;

    PlanPage(PlanLines lines, PlanViews views, Bodies bodies, Looks looks) {
        this.lines = lines;
        this.views = views;
        this.bodies = bodies;
        this.looks = looks;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn you,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        model.addAttribute(
                "page", lines.page(you, after == null ? null : new ConversationId(after)));
        return "plans";
    }

    @GetMapping(ONE)
    String show(@AuthenticationPrincipal SignedIn you, @PathVariable UUID id, Model model) {
        PlanViews.View view = view(you, id);
        looks.viewed(you, new ConversationId(id), "ehc-plan-transfer");
        return show(you, view, PlanDecision.NONE, List.of(), model);
    }

    PlanViews.View view(SignedIn you, UUID id) {
        return views.of(you, new ConversationId(id)).orElseThrow(NotThere::answer);
    }

    String show(
            SignedIn you, PlanViews.View view, PlanDecision form, List<Fault> faults, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("authorities", bodies.others(Role.AUTHORITY, you.code()));
        return "plan";
    }
}
