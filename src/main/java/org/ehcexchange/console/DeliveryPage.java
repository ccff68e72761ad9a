package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.delivery.DeadLetters;
import org.ehcexchange.delivery.DeadLetters.Deciding;
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

/// Where an engineer of the home authority sees what is under way, and acts on what needs a person.
@Controller
@RequestMapping("/deliveries")
class DeliveryPage {

    /// As many as one page lists.
    private static final int MOST = 25;

    private final DeliveryViews views;
    private final DeadLetters letters;

    DeliveryPage(DeliveryViews views, DeadLetters letters) {
        this.views = views;
        this.letters = letters;
    }

    @GetMapping
    String list(DeliveryViews.Filter filter, Model model) {
        model.addAttribute("page", views.page(filter));
        return "deliveries";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("sheet", sheet(id));
        return "delivery";
    }

    private DeliveryViews.Sheet sheet(UUID id) {
        return views.sheet(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// What would be sent; nothing is sent yet.
    @GetMapping("/replay")
    String preview(
            @RequestParam(required = false) @Nullable List<UUID> delivery,
            Model model,
            RedirectAttributes next) {
        if (delivery == null || delivery.isEmpty() || delivery.size() > MOST) {
            next.addFlashAttribute(
                    "faults", List.of(new Fault("deliveries", "Choose 1 to 25 deliveries")));
            return "redirect:/deliveries";
        }
        model.addAttribute("sheets", delivery.stream().distinct().map(this::sheet).toList());
        return "replay";
    }

    @PostMapping("/replay")
    String replay(
            @RequestParam List<UUID> delivery,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal SignedIn you,
            Model model,
            RedirectAttributes next) {
        Optional<Fault> fault = Why.fault(reason);
        if (fault.isPresent()) {
            model.addAttribute("faults", List.of(fault.get()));
            return preview(delivery, model, next);
        }
        List<String> not =
                delivery.stream()
                        .distinct()
                        .limit(MOST)
                        .map(id -> letters.replay(id, decision(you, reason)))
                        .flatMap(deciding -> notDone(deciding).stream())
                        .toList();
        tell(next, delivery.stream().distinct().count() - not.size(), not);
        return "redirect:/deliveries";
    }

    private static void tell(RedirectAttributes next, long done, List<String> not) {
        if (done > 0) {
            next.addFlashAttribute(
                    "done",
                    done == 1 ? "1 is on its way again." : done + " are on their way again.");
        }
        next.addFlashAttribute("faults", not.stream().map(why -> new Fault(null, why)).toList());
    }

    @PostMapping("/{id}/discard")
    String discard(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal SignedIn you,
            Model model,
            RedirectAttributes next) {
        Optional<Fault> fault = Why.fault(reason);
        if (fault.isPresent()) {
            model.addAttribute("faults", List.of(fault.get()));
            return show(id, model);
        }
        List<String> not = notDone(letters.discard(id, decision(you, reason))).stream().toList();
        if (not.isEmpty()) {
            next.addFlashAttribute("done", "It is given up: kept, and never sent.");
        }
        next.addFlashAttribute("faults", not.stream().map(why -> new Fault(null, why)).toList());
        return "redirect:/deliveries/" + id;
    }

    private static DeadLetters.Decision decision(SignedIn you, @Nullable String reason) {
        return new DeadLetters.Decision(you.code(), you.getName(), Words.orNothing(reason).strip());
    }

    /// Why it could not be done; empty when it was.
    private static Optional<String> notDone(Deciding deciding) {
        return switch (deciding) {
            case Deciding.Done done -> Optional.empty();
            case Deciding.NotPossible(String why) -> Optional.of(why);
            case Deciding.NotFound none -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }
}
