package org.ehcexchange.console;

import jakarta.servlet.http.HttpServletRequest;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.documents.DocumentsSettings;
import org.ehcexchange.worktray.PlanDraft;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.UUID;

/// The advice and information that go with a plan (section K): uploaded one after the other,
/// streamed.
@Controller
@RequestMapping(PlanStepPage.ONE + "/documents")
class PlanDocumentsPage {

    private final PlanStarts starts;
    private final Reports reports;
    private final DocumentsSettings settings;

    PlanDocumentsPage(PlanStarts starts, Reports reports, DocumentsSettings settings) {
        this.starts = starts;
        this.reports = reports;
        this.settings = settings;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn you, @PathVariable UUID id, Model model) {
        PlanDraft draft = starts.draft(you, id);
        model.addAttribute("path", "/plans/drafts/" + id);
        model.addAttribute("most", Words.size(settings.maxSize().toBytes()));
        model.addAttribute("documents", draft.documents().stream().map(Cards::attachment).toList());
        return "plan-documents";
    }

    @PostMapping
    String upload(
            @AuthenticationPrincipal SignedIn you,
            @PathVariable UUID id,
            HttpServletRequest request,
            Model model) {
        starts.draft(you, id);
        return switch (reports.take(you.code(), request)) {
            case Reports.Taken.Kept(var document) -> {
                starts.save(you, starts.draft(you, id).with(document));
                yield "redirect:/plans/drafts/" + id + "/documents";
            }
            case Reports.Taken.Refused(List<Fault> faults) -> {
                model.addAttribute("faults", faults);
                yield show(you, id, model);
            }
        };
    }

    @PostMapping("/remove")
    String remove(
            @AuthenticationPrincipal SignedIn you,
            @PathVariable UUID id,
            @RequestParam UUID document) {
        starts.save(you, starts.draft(you, id).without(document));
        return "redirect:/plans/drafts/" + id + "/documents";
    }
}
