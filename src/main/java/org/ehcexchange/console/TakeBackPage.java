package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.ledger.advice.TakingBack;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.UUID;

/// Takes back what was sent by mistake and not read yet.
@Controller
class TakeBackPage {

    private final Trays trays;
    private final TakingBack takingBack;

    TakeBackPage(Trays trays, TakingBack takingBack) {
        this.trays = trays;
        this.takingBack = takingBack;
    }

    @PostMapping("/worktray" + WorktrayPage.ONE + "/take-back")
    String takeBack(
            @AuthenticationPrincipal SignedIn you, @PathVariable UUID id, RedirectAttributes next) {
        trays.asked(you, id);
        boolean taken =
                takingBack.takeBack(you.code(), you.getName(), new ConversationId(id)).isPresent();
        next.addFlashAttribute(
                "done",
                taken
                        ? "Your answer is taken back. The request is open again."
                        : "The authority has read your answer by now, so it stays.");
        return "redirect:/worktray/" + id;
    }
}
