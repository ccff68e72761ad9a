package org.ehcexchange.console;

import jakarta.servlet.http.HttpServletResponse;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.reading.AuditTrail;
import org.ehcexchange.ledger.reading.AuditTrail.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Who did or saw what, when and what for. An auditor of another body sees what its own people and
/// systems did.
@Controller
@RequestMapping("/audit")
class AuditPage {

    private static final int LINES = 50;

    private final AuditTrail trail;
    private final AuditExport export;
    private final Audit audit;
    private final Names names;

    AuditPage(AuditTrail trail, AuditExport export, Audit audit, Names names) {
        this.trail = trail;
        this.export = export;
        this.audit = audit;
        this.names = names;
    }

    /// @param before what to give for the next page; absent on the last
    record Page(AuditFilter filter, List<AuditLine> lines, @Nullable Long before) {}

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn you, Model model) {
        return show(AuditFilter.NONE, you, model);
    }

    @PostMapping
    String show(AuditFilter filter, @AuthenticationPrincipal SignedIn you, Model model) {
        AuditFilter.Read read = filter.read(you);
        AuditTrail.Query query = read.query();
        model.addAttribute("faults", read.faults());
        model.addAttribute(
                "page", query == null ? new Page(filter, List.of(), null) : page(filter, query));
        return "audit";
    }

    private Page page(AuditFilter filter, AuditTrail.Query query) {
        List<Line> found = trail.page(query, filter.before(), LINES + 1);
        boolean more = found.size() > LINES;
        List<Line> page = more ? found.subList(0, LINES) : found;
        return new Page(
                filter,
                page.stream().map(line -> AuditLine.of(line, names)).toList(),
                more ? page.getLast().id() : null);
    }

    /// A file, written as it is read; that it was taken is audited, too.
    ///
    /// @param format `csv` or `json-lines`
    @PostMapping("/export")
    @Nullable String export(
            AuditFilter filter,
            @RequestParam String format,
            @AuthenticationPrincipal SignedIn you,
            Model model,
            HttpServletResponse answer)
            throws IOException {
        AuditTrail.Query query = filter.read(you).query();
        if (query == null) {
            return show(filter, you, model);
        }
        audit.add(
                new Audit.Act(
                        you.code().value(),
                        "audit-exported",
                        null,
                        null,
                        Audit.by(you.getName(), Map.of("format", format))));
        boolean csv = format.equals("csv");
        answer.setContentType(csv ? "text/csv;charset=UTF-8" : "application/jsonl;charset=UTF-8");
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"audit.%s\"".formatted(csv ? "csv" : "jsonl"));
        try (Writer to = new OutputStreamWriter(answer.getOutputStream(), StandardCharsets.UTF_8)) {
            if (csv) {
                export.csv(query, to);
            } else {
                export.jsonLines(query, to);
            }
        }
        return null;
    }
}
