package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.casefile.HeldChildren;
import org.ehcexchange.ledger.held.Held;
import org.ehcexchange.ledger.held.Held.Deciding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where a caseworker of the home authority says which child something is about.
@Controller
@RequestMapping("/held")
class HeldPage {

    private final HeldViews views;
    private final Held held;
    private final HeldChildren cases;

    HeldPage(HeldViews views, Held held, HeldChildren cases) {
        this.views = views;
        this.held = held;
        this.cases = cases;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable UUID after, Model model) {
        model.addAttribute("page", views.page(after));
        return "held";
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id,
            @AuthenticationPrincipal SignedIn you,
            Model model,
            RedirectAttributes next) {
        return views.look(id, you)
                .map(sheet -> show(sheet, new HeldDecision(null, null), model))
                .orElseGet(() -> noMore(id, next));
    }

    /// Somebody decided about it meanwhile, or its sender took it back.
    private String noMore(UUID id, RedirectAttributes next) {
        String became =
                held.became(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        next.addFlashAttribute("done", became);
        return "redirect:/held";
    }

    private static String show(HeldViews.Sheet sheet, HeldDecision form, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("form", form);
        return "held-one";
    }

    @PostMapping("/{id}")
    String decide(
            @PathVariable UUID id,
            HeldDecision form,
            @AuthenticationPrincipal SignedIn you,
            Model model,
            RedirectAttributes next) {
        Optional<HeldViews.Sheet> sheet = views.look(id, you);
        if (sheet.isEmpty()) {
            return noMore(id, next);
        }
        List<Fault> faults = form.faults();
        if (!faults.isEmpty()) {
            model.addAttribute("faults", faults);
            return show(sheet.get(), form, model);
        }
        next.addFlashAttribute("done", decide(sheet.get().thing(), form, you));
        return "redirect:/held";
    }

    /// What became of it, in words.
    private String decide(HeldThing thing, HeldDecision form, SignedIn you) {
        HeldDecision.Way way = form.way().orElseThrow();
        return switch (decide(way, thing.id(), form.by(you, thing.fields()))) {
            case Deciding.Done done ->
                    way == HeldDecision.Way.CORRECT
                            ? "%s %s.".formatted(way.done(), thing.instead())
                            : way.done();
            case Deciding.NotPossible(String why) -> why;
            case Deciding.NotFound none -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /// An id is a message's, or else a case's.
    private Deciding decide(HeldDecision.Way way, UUID id, Held.Decision decision) {
        boolean goesOn = way == HeldDecision.Way.RELEASE;
        Deciding message = goesOn ? held.release(id, decision) : held.reject(id, decision);
        if (!(message instanceof Deciding.NotFound)) {
            return message;
        }
        return goesOn ? cases.release(id, decision) : cases.reject(id, decision);
    }
}
