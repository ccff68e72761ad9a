package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.ehcexchange.ledger.DemoClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/// Moves the demo's time forward, so that reminders and lateness are seen at once.
@RestController
@RequestMapping("/api/v1/demo")
@Profile("demo")
@Tag(name = "Demo")
class DemoDoor {

    private final DemoClock clock;

    DemoDoor(DemoClock clock) {
        this.clock = clock;
    }

    /// @param advance an ISO 8601 duration, such as P29D
    record Advance(@Nullable String advance) {}

    record Now(Instant now) {}

    @PostMapping("/clock")
    @Operation(
            summary = "Move the demo's clock forward",
            description = "By at most 400 days at once; what falls due on the way happens at once.")
    @Answers(
            value = "200:clock",
            problems = {Problem.MALFORMED, Problem.FORBIDDEN})
    Now advance(@RequestBody Advance wanted) {
        try {
            return new Now(clock.advance(Duration.parse(String.valueOf(wanted.advance()))));
        } catch (DateTimeParseException | IllegalArgumentException unusable) {
            throw Refused.malformed(
                    "/advance",
                    "The clock moves forward by a duration of at most 400 days.",
                    "Send an ISO 8601 duration such as P29D or PT6H.");
        }
    }
}
