package org.ehcexchange.disclosure;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import org.ehcexchange.canonical.Code;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One CSV table of the class path, with a heading line and `#` comments.
public record CsvTable(String file) {

    private static final CsvMapper MAPPER =
            CsvMapper.builder()
                    .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .build();

    /// @throws IllegalStateException naming the file, when it is missing or has a word nobody knows
    public <T> List<T> lines(Function<Line, T> read) {
        try (InputStream bytes = Objects.requireNonNull(CsvTable.class.getResourceAsStream(file));
                MappingIterator<Map<String, String>> lines =
                        MAPPER.readerForMapOf(String.class)
                                .with(CsvSchema.emptySchema().withHeader().withComments())
                                .readValues(bytes)) {
            return lines.readAll().stream().map(line -> read.apply(new Line(file, line))).toList();
        } catch (IOException e) {
            throw new IllegalStateException("the table " + file + " cannot be read", e);
        }
    }

    /// One line, read by the names of its columns.
    public record Line(String file, Map<String, String> cells) {

        public String text(String column) {
            String text = cells.get(column);
            if (text == null || text.isBlank()) {
                throw new IllegalStateException(file + ": '" + column + "' is empty in " + cells);
            }
            return text;
        }

        /// The column's text, or "" where it is empty.
        String textOrNone(String column) {
            return cells.getOrDefault(column, "").strip();
        }

        /// "yes", or else "no".
        public boolean yes(String column) {
            String text = text(column);
            if (!text.equals("yes") && !text.equals("no")) {
                throw new IllegalStateException(file + ": '" + column + "' is yes or no");
            }
            return text.equals("yes");
        }

        <E extends Enum<E> & Code> E one(Class<E> type, String column) {
            return code(type, text(column));
        }

        /// The words of the column, separated by blanks; it may be empty.
        public <E extends Enum<E> & Code> Set<E> several(Class<E> type, String column) {
            return words(column).stream()
                    .map(word -> code(type, word))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /// The words of the column, separated by blanks; it may be empty.
        public List<String> words(String column) {
            return Arrays.stream(cells.getOrDefault(column, "").split(" "))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }

        private <E extends Enum<E> & Code> E code(Class<E> type, String word) {
            return Code.find(type, word)
                    .orElseThrow(() -> new IllegalStateException(file + ": unknown word " + word));
        }
    }
}
