package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.children.Protection;
import org.ehcexchange.ledger.children.Protection.Deciding;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.UUID;

/// Where an authority says that a child is protected, or is not any more. The child is named by a
/// conversation about it, so that the address holds nothing of the child.
@RestController
@RequestMapping("/api/v1/conversations")
@Tag(name = "Conversations")
class ProtectionDoor {

    private final Protection protection;

    ProtectionDoor(Protection protection) {
        this.protection = protection;
    }

    @PostMapping("/{id}/protection")
    @Operation(
            summary = "Set or lift the mark of a protected child",
            description =
                    "For the authority whose conversation it is. While the mark stands, every"
                        + " message about the child carries it and none an address, also those that"
                        + " were accepted before and are still to be delivered. A message that"
                        + " carries the mark sets it; only this door lifts it.")
    @Answers(
            value = "200:protection",
            problems = {Problem.MALFORMED, Problem.NOT_FOUND, Problem.NOT_POSSIBLE})
    ResponseEntity<?> decide(
            @PathVariable UUID id, @RequestBody ProtectionWish wish, Principal caller) {
        var decision =
                new Protection.Decision(
                        new OrganisationCode(caller.getName()), wish.isSet(), wish.why());
        return switch (protection.decide(new ConversationId(id), decision)) {
            case Deciding.Done(Protection.Marked marked) -> ResponseEntity.ok(marked);
            case Deciding.NotPossible(String why) ->
                    Problem.NOT_POSSIBLE.answer(
                            why, "Decide about the held request first, or send it again.");
            case Deciding.NotFound none -> throw Refused.notFound();
        };
    }
}
