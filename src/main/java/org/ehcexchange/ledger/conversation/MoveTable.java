package org.ehcexchange.ledger.conversation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Reads a table of moves from the class path: lines of cells under a heading, with comments.
public final class MoveTable {

    private MoveTable() {}

    /// @param columns how many cells a line has; the last may hold commas
    /// @return the cells of each line
    /// @throws IllegalStateException for a line with fewer
    public static List<String[]> read(String table, int columns) {
        InputStream file =
                Objects.requireNonNull(MoveTable.class.getResourceAsStream(table), table);
        try (BufferedReader text =
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> cells(table, line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + table + " cannot be read", e);
        }
    }

    private static String[] cells(String table, String line, int columns) {
        String[] cells = line.split(",", columns);
        if (cells.length < columns) {
            throw new IllegalStateException(table + ": too few columns in " + line);
        }
        return cells;
    }
}
