package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Parsed;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.timekeeping.ClockLists;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// What the law wants by when, of whom, and how each duty stands.
@RestController
@RequestMapping("/api/v1/clocks")
@Tag(name = "Clocks")
class RunningClockDoor {

    private final ClockLists clocks;

    RunningClockDoor(ClockLists clocks) {
        this.clocks = clocks;
    }

    /// @param next what to give as `after` for the next page; absent on the last
    record Clocks(List<ClockLine> clocks, @Nullable UUID next) {}

    @GetMapping
    @Operation(
            summary = "List running clocks, the first due first",
            description =
                    "An authority sees those of its own conversations and cases, another body those"
                        + " it owes. Narrow by state (not-started, running, due-soon, overdue, met,"
                        + " met-late, excused, stopped), by body (the code of who owes it) and by"
                        + " rule. Give `next` of one answer as `after` of the next request.")
    @Answers(value = "200:clocks", problems = Problem.MALFORMED)
    Clocks list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = Page.USUAL) int limit,
            Principal caller) {
        ClockLists.Page page =
                clocks.page(
                        new OrganisationCode(caller.getName()),
                        new ClockLists.Query(
                                state == null ? null : state(state),
                                body == null ? null : body(body),
                                rule,
                                after,
                                Page.limit(limit)));
        return new Clocks(page.clocks().stream().map(ClockLine::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read one running clock with its working",
            description =
                    "The day each of its states began or will begin, and how its dates were worked"
                            + " out, day by day, as it was explained when it started.")
    @Answers(value = "200:running-clock", problems = Problem.NOT_FOUND)
    ClockWithWorking read(@PathVariable UUID id, Principal caller) {
        return clocks.find(new OrganisationCode(caller.getName()), id)
                .map(clock -> ClockWithWorking.of(clock, clocks.working(clock)))
                .orElseThrow(Refused::notFound);
    }

    private static ClockState state(String word) {
        return Code.find(ClockState.class, word)
                .orElseThrow(
                        () ->
                                Refused.malformed(
                                        "",
                                        "state is no state of a clock.",
                                        "Use one of "
                                                + Arrays.stream(ClockState.values())
                                                        .map(ClockState::code)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }

    private static OrganisationCode body(String text) {
        return switch (OrganisationCode.parse(text)) {
            case Parsed.Value<OrganisationCode>(OrganisationCode code) -> code;
            case Parsed.Problem<OrganisationCode> none ->
                    throw Refused.malformed("", none.problem(), none.remedy());
        };
    }
}
