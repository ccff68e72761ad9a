package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.notification.Changes;
import org.ehcexchange.notification.Changes.Dismissing;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Says that a notification was wrongly prepared. For the old commissioner.
@RestController
@RequestMapping("/api/v1/notifications")
@Tag(name = "Commissioner notifications")
class DismissalDoor {

    private final Changes changes;

    DismissalDoor(Changes changes) {
        this.changes = changes;
    }

    @PostMapping(value = "/{id}/dismissal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Dismiss a notification that was wrongly prepared",
            description =
                    "The word of the old commissioner's Designated Health Officer, while it waits"
                        + " for approval. Nobody is told, and the statutory clock stops: so only a"
                        + " reason that makes the duty fall away is taken (`because`:"
                        + " commissioner-did-not-change, child-did-not-move, prepared-twice). The"
                        + " authority reads why in the conversation of the plan; who said so is"
                        + " told to nobody.")
    @Takes(examples = "dismissal")
    @Answers(
            value = "200:notification-dismissed",
            problems = {
                Problem.MALFORMED,
                Problem.NOT_FOUND,
                Problem.NOT_POSSIBLE,
                Problem.INVALID
            })
    ResponseEntity<?> dismiss(
            @PathVariable UUID id, @RequestBody Map<String, Object> said, Principal caller) {
        Changes.By by = new Changes.By(new OrganisationCode(caller.getName()), null);
        return switch (changes.dismiss(by, new ConversationId(id), said)) {
            case Dismissing.Done(Changes.Item item) -> ResponseEntity.ok(item);
            case Dismissing.Faulty(List<Violation> why) -> Problem.INVALID.answer(why);
            case Dismissing.NotPossible(String why) ->
                    Problem.NOT_POSSIBLE.answer(why, "Look at the notification as it stands.");
            case Dismissing.NotFound none -> throw Refused.notFound();
        };
    }
}
