package org.ehcexchange.mapping;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// Reads a code table: CSV with the columns canonical, wire, source and, if wanted, display.
final class CodeTableReader {

    private static final CsvMapper CSV =
            CsvMapper.csvBuilder()
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.SKIP_EMPTY_LINES)
                    .build();
    private static final List<String> COLUMNS = List.of("canonical", "wire", "source");

    private final Path file;
    private final List<Problem> problems;
    private final CodeTable table;

    private CodeTableReader(Path file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
        this.table = new CodeTable(file.getFileName().toString().replaceFirst("\\.csv$", ""));
    }

    static CodeTable read(Path file, List<Problem> problems) {
        var reader = new CodeTableReader(file, problems);
        try (MappingIterator<String[]> rows =
                CSV.readerFor(String[].class).readValues(file.toFile())) {
            reader.readHeading(rows);
            while (rows.hasNext()) {
                int line = rows.getCurrentLocation().getLineNr();
                reader.readRow(line, rows.next());
            }
        } catch (IOException | UncheckedIOException notCsv) {
            problems.add(new Problem(file, 0, "cannot be read as CSV"));
        }
        if (reader.table.isEmpty()) {
            problems.add(new Problem(file, 0, "has no rows"));
        }
        return reader.table;
    }

    private void readHeading(MappingIterator<String[]> rows) {
        List<String> heading = rows.hasNext() ? List.of(rows.next()) : List.of();
        boolean plain = heading.equals(COLUMNS);
        boolean withDisplay =
                heading.size() == 4
                        && heading.subList(0, 3).equals(COLUMNS)
                        && heading.get(3).equals("display");
        if (!plain && !withDisplay) {
            problems.add(
                    new Problem(file, 1, "the columns must be canonical,wire,source[,display]"));
        }
    }

    private void readRow(int line, String[] cells) {
        if (cells.length < 3 || cells[0].isBlank() || cells[1].isBlank() || cells[2].isBlank()) {
            problems.add(new Problem(file, line, "canonical, wire and source must all be filled"));
        } else if (!table.add(cells[0].strip(), cells[1].strip())) {
            problems.add(new Problem(file, line, "earlier rows already have both words"));
        }
    }
}
