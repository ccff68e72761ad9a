package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.delivery.DeadLetters;
import org.ehcexchange.delivery.Partners;
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

/// The directory as the exchange understands it, and the switch that holds a partner's deliveries
/// back.
@Controller
@RequestMapping("/partners")
class PartnerPage {

    private final PartnerViews views;
    private final Partners partners;

    PartnerPage(PartnerViews views, Partners partners) {
        this.views = views;
        this.partners = partners;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("partners", views.all());
        return "partners";
    }

    @GetMapping("/{code}")
    String show(@PathVariable String code, Model model) {
        model.addAttribute("sheet", views.sheet(code).orElseThrow(PartnerPage::notFound));
        return "partner";
    }

    @PostMapping("/{code}/pause")
    String pause(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal SignedIn you,
            Model model,
            RedirectAttributes next) {
        Optional<Fault> fault = Why.fault(reason);
        if (fault.isPresent()) {
            return wrong(code, fault.get(), model);
        }
        known(partners.pause(code(code), decision(you, reason)));
        next.addFlashAttribute("done", "Its deliveries wait until somebody resumes it.");
        return "redirect:/partners/" + code;
    }

    @PostMapping("/{code}/resume")
    String resume(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal SignedIn you,
            Model model,
            RedirectAttributes next) {
        Optional<Fault> fault = Why.fault(reason);
        if (fault.isPresent()) {
            return wrong(code, fault.get(), model);
        }
        known(partners.resume(code(code), decision(you, reason)));
        next.addFlashAttribute("done", "Its deliveries go again.");
        return "redirect:/partners/" + code;
    }

    private static void known(Optional<Partners.Partner> partner) {
        if (partner.isEmpty()) {
            throw notFound();
        }
    }

    private String wrong(String code, Fault fault, Model model) {
        model.addAttribute("faults", List.of(fault));
        return show(code, model);
    }

    private OrganisationCode code(String code) {
        return views.find(code).orElseThrow(PartnerPage::notFound).code();
    }

    private static DeadLetters.Decision decision(SignedIn you, @Nullable String reason) {
        return new DeadLetters.Decision(you.code(), you.getName(), Words.orNothing(reason).strip());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
