package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.delivery.DeadLetters;
import org.ehcexchange.delivery.DeadLetters.Deciding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.UUID;

/// Deliveries that need a person. For the authority that runs the exchange.
@RestController
@RequestMapping("/api/v1/deliveries")
@Tag(name = "Deliveries")
class DeliveryDoor {

    private final DeadLetters letters;

    DeliveryDoor(DeadLetters letters) {
        this.letters = letters;
    }

    @GetMapping
    @Operation(
            summary = "List deliveries, the longest in their state first",
            description =
                    "state: ready, queued, sending, collect, delivered, dead or discarded. A dead"
                            + " one names who must act on it and why.")
    @Answers(
            value = "200:deliveries",
            problems = {Problem.MALFORMED, Problem.FORBIDDEN})
    DeadLetters.Page list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = Page.USUAL) int limit) {
        return letters.page(
                new DeadLetters.Query(
                        state, to == null ? null : PartnerDoor.code(to), after, Page.limit(limit)));
    }

    @GetMapping("/{id}/replay")
    @Operation(summary = "See what a replay would send", description = "Nothing is sent.")
    @Answers(
            value = "200:replay",
            problems = {Problem.FORBIDDEN, Problem.NOT_FOUND})
    DeadLetters.Replay preview(@PathVariable UUID id) {
        return letters.preview(id).orElseThrow(Refused::notFound);
    }

    @PostMapping("/{id}/replay")
    @Operation(
            summary = "Send a dead delivery again",
            description = "Under the same message id, so a partner that has it knows it again.")
    @Answers(
            value = "200:delivery",
            problems = {
                Problem.MALFORMED,
                Problem.FORBIDDEN,
                Problem.NOT_FOUND,
                Problem.NOT_POSSIBLE
            })
    ResponseEntity<?> replay(@PathVariable UUID id, @RequestBody Reason why, Principal caller) {
        return answer(letters.replay(id, decision(why, caller)));
    }

    @PostMapping("/{id}/discard")
    @Operation(
            summary = "Give a dead delivery up",
            description = "It is kept and shown, and never sent.")
    @Answers(
            value = "200:delivery",
            problems = {
                Problem.MALFORMED,
                Problem.FORBIDDEN,
                Problem.NOT_FOUND,
                Problem.NOT_POSSIBLE
            })
    ResponseEntity<?> discard(@PathVariable UUID id, @RequestBody Reason why, Principal caller) {
        return answer(letters.discard(id, decision(why, caller)));
    }

    private static DeadLetters.Decision decision(Reason why, Principal caller) {
        return new DeadLetters.Decision(new OrganisationCode(caller.getName()), why.text());
    }

    private static ResponseEntity<?> answer(Deciding deciding) {
        return switch (deciding) {
            case Deciding.Done done -> ResponseEntity.ok(done.delivery());
            case Deciding.NotPossible not ->
                    Problem.NOT_POSSIBLE.answer(
                            not.why(), "Look at the delivery again before you decide.");
            case Deciding.NotFound none -> throw Refused.notFound();
        };
    }
}
