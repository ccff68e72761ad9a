package org.ehcexchange.console;

import jakarta.servlet.http.HttpServletResponse;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.evidence.Evidences;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.io.IOException;
import java.util.UUID;

/// The evidence of a plan's move, to take away.
@Controller
class PlanEvidencePage {

    private final Evidences evidences;
    private final Looks looks;

    PlanEvidencePage(Evidences evidences, Looks looks) {
        this.evidences = evidences;
        this.looks = looks;
    }

    @GetMapping("/plans" + PlanPage.ONE + "/evidence")
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
}
