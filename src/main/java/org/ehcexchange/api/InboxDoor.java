package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.inbox.Inbox;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.UUID;

/// What waits for an organisation that collects its messages itself.
@RestController
@RequestMapping("/api/v1/inbox")
@Tag(name = "Inbox")
class InboxDoor {

    private final Inbox inbox;

    InboxDoor(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping
    @Operation(
            summary = "Collect what waits for you, oldest first",
            description =
                    "What you have and said so is gone from here. Start without `after` each time;"
                            + " give `next` as `after` only to see more than one page at once.")
    @Answers(value = "200:inbox", problems = Problem.MALFORMED)
    Inbox.Page waiting(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = Page.USUAL) int limit,
            Principal caller) {
        return inbox.waiting(new OrganisationCode(caller.getName()), after, Page.limit(limit));
    }

    @PostMapping("/{id}/received")
    @Operation(
            summary = "Say that you have it",
            description =
                    "Proof of delivery. For an advice request it starts the six weeks. Saying it"
                            + " again answers the same.")
    @Answers(value = "200:received", problems = Problem.NOT_FOUND)
    Inbox.Received received(@PathVariable UUID id, Principal caller) {
        return inbox.received(new OrganisationCode(caller.getName()), id)
                .orElseThrow(Refused::notFound);
    }
}
