package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.figures.YearlyReturn;
import org.ehcexchange.ledger.figures.YearlyReturn.Moved;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an authority copies into its yearly return (SEN2).
@RestController
@RequestMapping("/api/v1/sen2")
@Tag(name = "SEN2")
class Sen2Door {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final String HEADING =
            "Movement,MovedOn,PlanReference,CaseReference,CeaseReason,CeaseDate,TransferredTo,TransferLA";

    private final YearlyReturn moves;

    Sen2Door(YearlyReturn moves) {
        this.moves = moves;
    }

    /// @param transfers the first first
    record Transfers(int year, List<Moved> transfers) {}

    @GetMapping("/transfers")
    @Operation(
            summary = "List the plans that left you or came to you in a year",
            description =
                    "Of a plan that left: cease reason 5, the date it ceased with you, which is the"
                        + " date of the transfer, and the authority it went to. Of one that came:"
                        + " the authority it came from (TransferLA) and the same date. Assessments"
                        + " that ended because the child moved before there was a plan are listed"
                        + " as exported. As CSV with format=csv or Accept: text/csv.")
    @Answers(value = "200:sen2-transfers", problems = Problem.MALFORMED)
    ResponseEntity<?> transfers(
            @RequestParam int year,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            Principal caller) {
        if (year < 2014 || year > 2099) {
            throw Refused.malformed(
                    "", "year is not between 2014 and 2099.", "Send a year such as 2026.");
        }
        List<Moved> moved = moves.moved(new OrganisationCode(caller.getName()), year);
        return "csv".equals(format) || (format == null && accept.contains("text/csv"))
                ? ResponseEntity.ok().contentType(CSV).body(csv(moved))
                : ResponseEntity.ok(new Transfers(year, moved));
    }

    private static String csv(List<Moved> moved) {
        return Stream.concat(Stream.of(HEADING), moved.stream().map(Sen2Door::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(Moved moved) {
        return Stream.of(
                        moved.movement(),
                        moved.on(),
                        moved.planReference(),
                        moved.caseReference(),
                        moved.ceaseReason(),
                        moved.ceasedOn(),
                        moved.transferredTo(),
                        moved.transferLa())
                .map(value -> cell(Objects.toString(value, "")))
                .collect(Collectors.joining(","));
    }

    /// A reference may hold a comma or a quote (RFC 4180), or begin like a formula, which a
    /// spreadsheet would run.
    private static String cell(String text) {
        String safe = text.matches("[=+@-].*") ? "'" + text : text;
        return safe.matches(".*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
