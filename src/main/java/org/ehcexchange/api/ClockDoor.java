package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.ehcexchange.clock.Asked;
import org.ehcexchange.clock.Rule;
import org.ehcexchange.clock.Rules;
import org.ehcexchange.clock.Unworkable;
import org.ehcexchange.clock.Working;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// When the law says something is due, with the working. Nothing is recorded and no child is named.
@RestController
@RequestMapping("/api/v1/clock")
@Tag(name = "Clock")
class ClockDoor {

    private final Rules rules;

    ClockDoor(Rules rules) {
        this.rules = rules;
    }

    /// @param rules every version, by id and first day
    record All(List<Rule> rules) {}

    @GetMapping
    @Operation(
            summary = "List the statutory time limits",
            description =
                    "Each version of each rule: its provision, the events it is counted from, who"
                            + " owes it to whom, what meets it and what excuses it.")
    @Answers("200:clock-rules")
    All list() {
        return new All(rules.all());
    }

    @GetMapping("/{rule}")
    @Operation(
            summary = "Work out when something is due",
            description =
                    "Give the day of each of the rule's events by its name, such as"
                            + " `/api/v1/clock/transfer?movedOn=2026-06-01&awareOn=2026-05-11`. The"
                            + " version in force on the day of the trigger judges. Every day that"
                            + " was looked at is listed, with why it counts or not.",
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "requestedOn"),
                @Parameter(in = ParameterIn.QUERY, name = "receivedOn"),
                @Parameter(in = ParameterIn.QUERY, name = "servedOn"),
                @Parameter(in = ParameterIn.QUERY, name = "movedOn"),
                @Parameter(in = ParameterIn.QUERY, name = "awareOn"),
                @Parameter(in = ParameterIn.QUERY, name = "transferredOn"),
                @Parameter(in = ParameterIn.QUERY, name = "madeOrReviewedOn"),
                @Parameter(in = ParameterIn.QUERY, name = "meetingOn"),
                @Parameter(in = ParameterIn.QUERY, name = "noticeOn")
            })
    @Answers(
            value = "200:clock-working",
            problems = {Problem.MALFORMED, Problem.NOT_FOUND, Problem.INVALID})
    ResponseEntity<?> work(
            @PathVariable String rule,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> days) {
        if (rules.versionsOf(rule).isEmpty()) {
            return answer(rule, Map.of(), Problem.NOT_FOUND);
        }
        return switch (rules.read(rule, days)) {
            case Asked.Faults(var reasons) -> Problem.MALFORMED.answer(reasons);
            case Asked.Days(var events) -> answer(rule, events, Problem.INVALID);
        };
    }

    private ResponseEntity<?> answer(
            String rule, Map<String, LocalDate> events, Problem otherwise) {
        return switch (rules.work(rule, events)) {
            case Working working -> ResponseEntity.ok(working);
            case Unworkable(var reasons) -> otherwise.answer(reasons);
        };
    }
}
