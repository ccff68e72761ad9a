package org.ehcexchange.console;

import jakarta.servlet.http.HttpServletRequest;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.documents.DocumentsSettings;
import org.ehcexchange.worktray.Asked;
import org.ehcexchange.worktray.Drafts;
import org.ehcexchange.worktray.Entered;
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

/// The reports that go with advice: uploaded one after the other, streamed.
@Controller
@RequestMapping("/worktray" + WorktrayPage.ONE + "/reports")
class ReportsPage {

    private final Trays trays;
    private final Drafts drafts;
    private final Reports reports;
    private final DocumentsSettings settings;

    ReportsPage(Trays trays, Drafts drafts, Reports reports, DocumentsSettings settings) {
        this.trays = trays;
        this.drafts = drafts;
        this.reports = reports;
        this.settings = settings;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn you, @PathVariable UUID id, Model model) {
        Asked asked = trays.asked(you, id);
        if (!asked.isOpen()) {
            return "redirect:/worktray/" + id;
        }
        model.addAttribute("id", id.toString());
        model.addAttribute("most", Words.size(settings.maxSize().toBytes()));
        model.addAttribute(
                "documents", draft(you, id).documents().stream().map(Cards::attachment).toList());
        return "worktray-reports";
    }

    @PostMapping
    String upload(
            @AuthenticationPrincipal SignedIn you,
            @PathVariable UUID id,
            HttpServletRequest request,
            Model model) {
        if (!trays.asked(you, id).isOpen()) {
            return "redirect:/worktray/" + id;
        }
        return switch (reports.take(you.code(), request)) {
            case Reports.Taken.Kept(var document) -> {
                drafts.save(you.code(), new ConversationId(id), draft(you, id).with(document));
                yield "redirect:/worktray/" + id + "/reports";
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
        if (trays.asked(you, id).isOpen()) {
            drafts.save(you.code(), new ConversationId(id), draft(you, id).without(document));
        }
        return "redirect:/worktray/" + id + "/reports";
    }

    private Entered draft(SignedIn you, UUID id) {
        return drafts.of(you.code(), new ConversationId(id));
    }
}
