package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Receipt;
import org.ehcexchange.worktray.Answering;
import org.ehcexchange.worktray.Asked;
import org.ehcexchange.worktray.Drafts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;

/// Shows an answer as it will be sent, and sends it.
@Controller
@RequestMapping("/worktray" + WorktrayPage.ONE + AnswerPage.FORM)
class SendPage {

    private final Trays trays;
    private final Drafts drafts;
    private final Answering answering;
    private final AnswerForms forms;
    private final Sheets sheets;

    SendPage(Trays trays, Drafts drafts, Answering answering, AnswerForms forms, Sheets sheets) {
        this.trays = trays;
        this.drafts = drafts;
        this.answering = answering;
        this.forms = forms;
        this.sheets = sheets;
    }

    @GetMapping("/check")
    String check(
            @AuthenticationPrincipal SignedIn you, @ModelAttribute AnswerPage.At at, Model model) {
        Asked asked = trays.asked(you, at.id());
        if (!asked.isOpen()) {
            return "redirect:/worktray/" + at.id();
        }
        return switch (answering.read(
                asked, at.which(), drafts.of(you.code(), new ConversationId(at.id())))) {
            case Reading.Valid(EhcMessage message) -> {
                model.addAttribute("sheet", sheets.of(message));
                model.addAttribute(
                        "documents",
                        message.envelope().documents().stream().map(Cards::attachment).toList());
                yield "worktray-check";
            }
            case Reading.Invalid(List<Violation> violations) -> again(asked, at, violations, model);
        };
    }

    @PostMapping("/send")
    String send(
            @AuthenticationPrincipal SignedIn you,
            @ModelAttribute AnswerPage.At at,
            Model model,
            RedirectAttributes next) {
        Asked asked = trays.asked(you, at.id());
        if (!asked.isOpen()) {
            return "redirect:/worktray/" + at.id();
        }
        return switch (answering.send(asked, you.person(), at.which())) {
            case Outcome.Accepted(Receipt receipt) -> sent(at, receipt.note(), next);
            case Outcome.AlreadyAccepted(Receipt receipt) -> sent(at, receipt.note(), next);
            case Outcome.NotAccepted not when not.fault() == Arrival.Fault.CONFLICT ->
                    sent(at, null, next);
            case Outcome.NotAccepted not -> again(asked, at, not.violations(), model);
        };
    }

    private static String sent(AnswerPage.At at, @Nullable String note, RedirectAttributes next) {
        next.addFlashAttribute(
                "done", note == null ? "Your answer is sent." : "Your answer is recorded: " + note);
        return "redirect:/worktray/" + at.id();
    }

    private String again(Asked asked, AnswerPage.At at, List<Violation> violations, Model model) {
        model.addAttribute("faults", AnswerFaults.of(violations));
        return forms.show(asked, at, model);
    }
}
