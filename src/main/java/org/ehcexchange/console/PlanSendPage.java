package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.Unworkable;
import org.ehcexchange.clock.Working;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Receipt;
import org.ehcexchange.worktray.PlanDraft;
import org.ehcexchange.worktray.PlanSending;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.UUID;

/// Shows a plan as it will be sent, with the day the law wants it there, and sends it.
@Controller
@RequestMapping(PlanStepPage.ONE)
class PlanSendPage {

    private final PlanStarts starts;
    private final PlanForms forms;
    private final PlanSending sending;
    private final Sheets sheets;
    private final Names names;

    PlanSendPage(
            PlanStarts starts, PlanForms forms, PlanSending sending, Sheets sheets, Names names) {
        this.starts = starts;
        this.forms = forms;
        this.sending = sending;
        this.sheets = sheets;
        this.names = names;
    }

    /// By when the plan is due, and why.
    record Due(String on, String provision, Clocks.Reckoning working) {}

    @GetMapping("/check")
    String check(@AuthenticationPrincipal SignedIn you, @PathVariable UUID id, Model model) {
        PlanDraft draft = starts.draft(you, id);
        return switch (sending.read(draft, you.code())) {
            case Reading.Valid(var message) -> check(you, draft, (PlanTransfer) message, model);
            case Reading.Invalid(List<Violation> violations) ->
                    forms.fix(you, draft, violations, model);
        };
    }

    private String check(SignedIn you, PlanDraft draft, PlanTransfer transfer, Model model) {
        return switch (sending.due(transfer)) {
            case Unworkable(List<Violation> reasons) -> forms.fix(you, draft, reasons, model);
            case Working working -> {
                model.addAttribute("id", draft.id().toString());
                model.addAttribute("to", names.of(transfer.envelope().to()));
                model.addAttribute("due", due(working));
                model.addAttribute("sheet", sheets.of(transfer));
                model.addAttribute(
                        "documents",
                        transfer.envelope().documents().stream().map(Cards::attachment).toList());
                yield "plan-check";
            }
        };
    }

    private static Due due(Working working) {
        return new Due(Words.day(working.dueOn()), working.provision(), Clocks.reckoning(working));
    }

    @PostMapping("/send")
    String send(
            @AuthenticationPrincipal SignedIn you,
            @PathVariable UUID id,
            Model model,
            RedirectAttributes next) {
        PlanDraft draft = starts.draft(you, id);
        return switch (sending.send(draft, you.code(), you.person())) {
            case Outcome.Accepted(Receipt receipt) -> sent(id, receipt.note(), next);
            case Outcome.AlreadyAccepted(Receipt receipt) -> sent(id, receipt.note(), next);
            case Outcome.NotAccepted not when starts.isGone(you, id) -> sent(id, null, next);
            case Outcome.NotAccepted not -> forms.fix(you, draft, not.violations(), model);
        };
    }

    private static String sent(UUID id, @Nullable String note, RedirectAttributes next) {
        next.addFlashAttribute(
                "done",
                note == null
                        ? "The plan is recorded and goes. It stays yours until the other authority"
                                + " accepts it."
                        : "The plan is recorded: " + note);
        return "redirect:/plans/" + id;
    }
}
