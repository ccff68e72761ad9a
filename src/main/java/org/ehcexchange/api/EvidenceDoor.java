package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletResponse;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.evidence.Evidences;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.security.Principal;
import java.util.UUID;

/// The proof of what passed between two exchanges, to take away and check elsewhere.
@RestController
@Tag(name = "Conversations")
class EvidenceDoor {

    private static final String JSON_LINES = "application/jsonl";

    private final Evidences evidences;

    EvidenceDoor(Evidences evidences) {
        this.evidences = evidences;
    }

    @GetMapping(path = "/api/v1/conversations/{id}/evidence", produces = JSON_LINES)
    @Operation(
            summary = "Take the evidence of a conversation",
            description =
                    "One file of JSON lines: keys, sealed messages and signed receipts as exact"
                            + " bytes, what happened, and the exchange's seal over it all. Check it"
                            + " with `./verify-evidence FILE`, with no"
                            + " exchange running. It holds personal data: the messages themselves.")
    @Answers(value = "200", problems = Problem.NOT_FOUND)
    void evidence(@PathVariable UUID id, Principal caller, HttpServletResponse response)
            throws IOException {
        Evidences.Evidence evidence =
                evidences
                        .of(new OrganisationCode(caller.getName()), new ConversationId(id))
                        .orElseThrow(Refused::notFound);
        response.setContentType(JSON_LINES);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"evidence-%s.jsonl\"".formatted(id));
        evidence.writeTo(response.getOutputStream());
    }
}
