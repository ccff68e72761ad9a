package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ChildNumbers;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.reading.Conversations;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.UUID;

/// How things stand: what was asked of whom, when it is due and what became of it.
@RestController
@RequestMapping("/api/v1/conversations")
@Tag(name = "Conversations")
class ConversationDoor {

    private final Conversations conversations;

    ConversationDoor(Conversations conversations) {
        this.conversations = conversations;
    }

    @GetMapping
    @Operation(
            summary = "List your conversations, newest first",
            description =
                    "Narrow by kind (advice, plan-transfer), by state (requested, acknowledged,"
                        + " late, provided, nothing-known, declined, withdrawn, held, refused,"
                        + " rejected; of a plan held-for-the-day, sent, received, queried,"
                        + " accepted; or overdue: open after the day it was due; or stranded: the"
                        + " other side has closed and nobody alone took over, so that a person must"
                        + " withdraw it and ask whoever is responsible) and by caseReference. Give"
                        + " `next` of one answer as `after` of the next request. The conversations"
                        + " of a closed body are its successor's, and `from` and `to` name who"
                        + " answers today.")
    @Answers(value = "200:conversations", problems = Problem.MALFORMED)
    Conversations.Page list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String caseReference,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = Page.USUAL) int limit,
            Principal caller) {
        return conversations.page(
                new OrganisationCode(caller.getName()),
                new Conversations.Query(
                        kind,
                        state,
                        caseReference == null ? null : reference(caseReference),
                        after == null ? null : new ConversationId(after),
                        Page.limit(limit)));
    }

    /// It stands in the address of the request, where logs on the way keep it.
    private static CaseReference reference(String text) {
        ChildNumbers.in(text)
                .ifPresent(
                        number -> {
                            throw Refused.malformed(
                                    "",
                                    "There is %s in caseReference.".formatted(number),
                                    "Search by the case reference; a child's number may not stand"
                                            + " in an address.");
                        });
        return new CaseReference(text);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read one conversation",
            description = "Its timeline, its clocks, and its deliveries with every attempt.")
    @Answers(value = "200:conversation", problems = Problem.NOT_FOUND)
    Conversations.Conversation read(@PathVariable UUID id, Principal caller) {
        return conversations
                .conversation(new OrganisationCode(caller.getName()), new ConversationId(id))
                .orElseThrow(Refused::notFound);
    }
}
