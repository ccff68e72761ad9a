package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.transfer.PlanMoves;
import org.ehcexchange.ledger.transfer.PlanMoves.Deciding;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.UUID;

/// Keeps a plan from leaving that waits for its day, or for a person. For its sender.
@RestController
@RequestMapping("/api/v1/conversations")
@Tag(name = "Conversations")
class PlanWithdrawalDoor {

    private final PlanMoves moves;

    PlanWithdrawalDoor(PlanMoves moves) {
        this.moves = moves;
    }

    @PostMapping("/{id}/withdraw")
    @Operation(
            summary = "Take back a plan that has not left yet",
            description =
                    "While the conversation is held-for-the-day, or held before it left: nobody"
                        + " else knows of it, so nobody is told, and the plan may be sent again in"
                        + " another conversation. Or once it is declined or recalled, where the"
                        + " plan is to go nowhere: it stays with the sender (state kept) and its"
                        + " time stops. A plan that left is called back by a plan-recalled"
                        + " message.")
    @Answers(
            value = "200:plan-withdrawn",
            problems = {Problem.MALFORMED, Problem.NOT_FOUND, Problem.NOT_POSSIBLE})
    ResponseEntity<?> withdraw(@PathVariable UUID id, @RequestBody Reason why, Principal caller) {
        PlanMoves.Decision decision =
                new PlanMoves.Decision(new OrganisationCode(caller.getName()), why.text());
        return switch (moves.withdraw(new ConversationId(id), decision)) {
            case Deciding.Done(PlanMoves.Decided decided) -> ResponseEntity.ok(decided);
            case Deciding.NotPossible(String reason) ->
                    Problem.NOT_POSSIBLE.answer(
                            reason, "Look at the conversation; a plan that left is with them.");
            case Deciding.NotFound none -> throw Refused.notFound();
        };
    }
}
