package org.ehcexchange.console;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tables as RFC 4180 has them, for a spreadsheet that must not take a name for a formula.
final class Csv {

    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    static String punctuality(String of, List<Punctuality> lines) {
        return table(
                List.of(of, "OnTime", "Late", "LateExcused", "Waiting", "ShareOnTime"),
                lines,
                line ->
                        List.of(
                                line.of(),
                                line.onTime(),
                                line.late(),
                                line.excused(),
                                line.waiting(),
                                line.decided() == 0 ? "" : line.percent()));
    }

    static String forecast(List<TimelinessReport.Expected> lines) {
        return table(
                List.of("Case", "Advice", "Body", "Due", "Expected", "Because"),
                lines,
                line ->
                        List.of(
                                line.caseReference(),
                                line.adviceType(),
                                line.body(),
                                line.dueOn(),
                                line.tag().text(),
                                line.because()));
    }

    static <T> String table(List<String> heading, List<T> lines, Function<T, List<?>> cells) {
        return Stream.concat(Stream.of(heading), lines.stream().map(cells))
                .map(Csv::line)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(List<?> cells) {
        return cells.stream().map(String::valueOf).map(Csv::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
