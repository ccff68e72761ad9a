package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// Share of advice on time in the last twelve months, and who will be late.
@Controller
class TimelinessPage {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final TimelinessReport report;

    TimelinessPage(TimelinessReport report) {
        this.report = report;
    }

    @GetMapping("/timeliness")
    String show(@AuthenticationPrincipal SignedIn you, Model model) {
        TimelinessReport.Year year = report.year(you.code());
        model.addAttribute("year", year);
        model.addAttribute("bars", Bar.of(year.months()));
        model.addAttribute("forecast", report.forecast(you.code(), year));
        return "timeliness";
    }

    @GetMapping("/timeliness/{by}.csv")
    ResponseEntity<String> csv(@AuthenticationPrincipal SignedIn you, @PathVariable String by) {
        TimelinessReport.Year year = report.year(you.code());
        String table =
                switch (by) {
                    case "months" -> Csv.punctuality("Month", year.months());
                    case "types" -> Csv.punctuality("Advice", year.types());
                    case "bodies" -> Csv.punctuality("Body", year.bodies());
                    case "forecast" -> Csv.forecast(report.forecast(you.code(), year));
                    default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                };
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"timeliness-" + by + ".csv\"")
                .body(table);
    }
}
