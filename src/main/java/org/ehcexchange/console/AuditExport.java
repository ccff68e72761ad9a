package org.ehcexchange.console;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.ehcexchange.ledger.reading.AuditTrail;
import org.ehcexchange.ledger.reading.AuditTrail.Line;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes what an auditor asked for as a file, a page after the other, so that no export is ever
/// held whole.
@Component
class AuditExport {

    private static final int PAGE = 500;
    private static final String HEADING =
            "id,at,organisation,person,act,purpose,message,conversation,detail\r\n";

    private final AuditTrail trail;
    private final ObjectMapper json;

    AuditExport(AuditTrail trail, ObjectMapper json) {
        this.trail = trail;
        this.json = json;
    }

    /// How one entry becomes a line of the file.
    private interface Format {
        String line(Line line) throws IOException;
    }

    void csv(AuditTrail.Query query, Writer to) throws IOException {
        to.write(HEADING);
        write(query, to, this::csv);
    }

    void jsonLines(AuditTrail.Query query, Writer to) throws IOException {
        write(query, to, line -> json.writeValueAsString(line) + "\n");
    }

    private void write(AuditTrail.Query query, Writer to, Format format) throws IOException {
        List<Line> page = trail.page(query, null, PAGE);
        while (!page.isEmpty()) {
            for (Line line : page) {
                to.write(format.line(line));
            }
            to.flush();
            page = trail.page(query, page.getLast().id(), PAGE);
        }
    }

    private String csv(Line line) {
        return Stream.of(
                                line.id(),
                                line.at(),
                                line.actor(),
                                line.person(),
                                line.act(),
                                line.purpose(),
                                line.message(),
                                line.conversation(),
                                AuditLine.detail(line.detail()))
                        .map(value -> cell(Objects.toString(value, "")))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /// A reason may hold a comma or a quote (RFC 4180), or begin like a formula, which a
    /// spreadsheet would run.
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+@\t\r-].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
