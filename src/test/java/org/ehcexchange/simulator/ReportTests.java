package org.ehcexchange.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The report is a PDF whose own table of contents is right.
class ReportTests {

    private final Report report = Report.of("A (report)", List.of("One line", "Another"));

    @Test
    void pointsToEachOfItsObjects() {
        String pdf = new String(report.bytes(), StandardCharsets.US_ASCII);
        int table = Integer.parseInt(pdf.substring(pdf.indexOf("startxref\n") + 10).split("\n")[0]);

        assertThat(pdf.substring(table)).startsWith("xref\n0 6\n");
        String[] entries = pdf.substring(table).split("\n");
        for (int object = 1; object <= 5; object++) {
            int place = Integer.parseInt(entries[2 + object].substring(0, 10));
            assertThat(pdf.substring(place)).startsWith(object + " 0 obj\n");
        }
    }

    @Test
    void escapesWhatWouldEndAText() {
        assertThat(new String(report.bytes(), StandardCharsets.US_ASCII))
                .contains("A \\(report\\)");
    }
}
