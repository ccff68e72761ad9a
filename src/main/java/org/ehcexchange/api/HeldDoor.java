package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.casefile.HeldChildren;
import org.ehcexchange.ledger.held.Held;
import org.ehcexchange.ledger.held.Held.Deciding;
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
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// Messages and cases that wait for a person to say whether they are about the right child. For the
/// authority that runs the exchange.
@RestController
@RequestMapping("/api/v1/held")
@Tag(name = "Held messages")
class HeldDoor {

    private final Held held;
    private final HeldChildren children;

    HeldDoor(Held held, HeldChildren children) {
        this.held = held;
        this.children = children;
    }

    /// @param items messages, oldest first
    /// @param cases whose child was named in doubt, oldest first, the first page of them
    record All(List<Held.Item> items, List<HeldChildren.Item> cases) {}

    @GetMapping
    @Operation(
            summary = "List what is held for a person, oldest first",
            description =
                    "`why` and `fields` name what differs from the record, or from the request, and"
                        + " never a value. Give the last id of `items` as `after` of the next"
                        + " request; `cases`, whose child an authority named in doubt, come whole.")
    @Answers(
            value = "200:held",
            problems = {Problem.MALFORMED, Problem.FORBIDDEN})
    All list(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = Page.USUAL) int limit) {
        return new All(held.waiting(after, Page.limit(limit)), children.waiting(Page.MOST));
    }

    @PostMapping("/{id}/release")
    @Operation(
            summary = "Let what is held go on",
            description =
                    "Somebody has checked that it is about the right child. A request is then about"
                        + " the child on record with its NHS number, else its UPN, else its"
                        + " reference, as it describes them; one with an NHS number that nobody on"
                        + " record has is about a new child. A case is that child's then.")
    @Answers(
            value = "200:decided",
            problems = {
                Problem.MALFORMED,
                Problem.FORBIDDEN,
                Problem.NOT_FOUND,
                Problem.NOT_POSSIBLE
            })
    ResponseEntity<?> release(@PathVariable UUID id, @RequestBody Reason why, Principal caller) {
        Held.Decision decision = decision(why, caller);
        return answer(held.release(id, decision), () -> children.release(id, decision));
    }

    @PostMapping("/{id}/reject")
    @Operation(
            summary = "Keep what is held from going on",
            description =
                    "A message is kept and not delivered; its sender must send a corrected one. Of"
                        + " a plan that came from another exchange its sender is told, by a"
                        + " plan-declined. A case waits for its authority to name the child again.")
    @Answers(
            value = "200:decided",
            problems = {
                Problem.MALFORMED,
                Problem.FORBIDDEN,
                Problem.NOT_FOUND,
                Problem.NOT_POSSIBLE
            })
    ResponseEntity<?> reject(@PathVariable UUID id, @RequestBody Reason why, Principal caller) {
        Held.Decision decision = decision(why, caller);
        return answer(held.reject(id, decision), () -> children.reject(id, decision));
    }

    /// An id is a message's, or else a case's.
    private static ResponseEntity<?> answer(Deciding message, Supplier<Deciding> child) {
        return answer(message instanceof Deciding.NotFound ? child.get() : message);
    }

    private static ResponseEntity<?> answer(Deciding deciding) {
        return switch (deciding) {
            case Deciding.Done(Held.Decided decided) -> ResponseEntity.ok(decided);
            case Deciding.NotPossible(String why) ->
                    Problem.NOT_POSSIBLE.answer(
                            why, "What was decided stands; look at the conversation.");
            case Deciding.NotFound none -> throw Refused.notFound();
        };
    }

    private static Held.Decision decision(Reason why, Principal caller) {
        return new Held.Decision(new OrganisationCode(caller.getName()), why.text());
    }
}
