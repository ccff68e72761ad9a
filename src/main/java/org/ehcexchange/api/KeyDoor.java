package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.ehcexchange.access.SealingKeys;
import org.ehcexchange.ledger.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The keys that seal what goes to other exchanges. For the authority that runs the exchange.
@RestController
@RequestMapping("/api/v1/keys")
@Tag(name = "Keys")
class KeyDoor {

    private final SealingKeys keys;
    private final Audit audit;

    KeyDoor(SealingKeys keys, Audit audit) {
        this.keys = keys;
        this.audit = audit;
    }

    /// @param keys the newest first
    record All(List<SealingKeys.Key> keys) {}

    /// @param signsFrom when the new key is to take over; absent: once it was announced for as long
    ///     as the exchange is set to
    record Rotation(@Nullable String reason, @Nullable Instant signsFrom) {}

    @GetMapping
    @Operation(
            summary = "List the exchange's keys, the newest first",
            description =
                    "state: announced (published, does not sign yet), signing, signed (published,"
                            + " signs no more) or retired. kid is the thumbprint that partners"
                            + " compare.")
    @Answers(value = "200:keys", problems = Problem.FORBIDDEN)
    All list() {
        return new All(keys.all());
    }

    @PostMapping("/rotate")
    @Operation(
            summary = "Make the next key",
            description =
                    "It is published at once and signs later, so that partners can pin it first."
                            + " Give signsFrom (a time) to shorten or lengthen that; now, when the"
                            + " key in use may be known to somebody.")
    @Takes(examples = "rotation")
    @Answers(
            value = "200:key",
            problems = {Problem.MALFORMED, Problem.FORBIDDEN, Problem.NOT_POSSIBLE})
    ResponseEntity<?> rotate(@RequestBody Rotation wanted, Principal caller) {
        String reason = new Reason(wanted.reason()).text();
        return keys.rotate(wanted.signsFrom())
                .<ResponseEntity<?>>map(key -> rotated(key, reason, caller))
                .orElseGet(KeyDoor::announcedAlready);
    }

    private ResponseEntity<?> rotated(SealingKeys.Key key, String reason, Principal caller) {
        audit.add(
                new Audit.Act(
                        caller.getName(),
                        "key-rotated",
                        null,
                        null,
                        Map.of(
                                "kid",
                                key.kid(),
                                "signsFrom",
                                key.signsFrom().toString(),
                                "reason",
                                reason)));
        return ResponseEntity.ok(key);
    }

    private static ResponseEntity<?> announcedAlready() {
        return Problem.NOT_POSSIBLE.answer(
                "A new key is announced already and does not sign yet.",
                "Look at GET /api/v1/keys; rotate again once it signs.");
    }
}
