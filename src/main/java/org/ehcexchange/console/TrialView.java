package org.ehcexchange.console;

import org.ehcexchange.mapping.Difference;
import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Subject;
import org.ehcexchange.mapping.Trial;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What came of trying a mapping, as a page shows it.
///
/// @param verdict in a sentence
/// @param well whether nothing is wrong and nothing differs
/// @param differing the lines that differ after the round trip, with what surrounds them
record TrialView(
        String verdict,
        boolean well,
        List<Wrong> wrong,
        Side canonical,
        Side wire,
        List<Changed> differing) {

    /// As many lines as a page shows of one side.
    private static final int MOST_LINES = 2000;

    /// Something wrong.
    ///
    /// @param line in words; what is said of no line is of the whole
    /// @param place step by step, so that a long one can be broken; empty where it is not known
    record Wrong(String stage, String line, List<String> place, String problem, String remedy) {

        private static final Pattern LINE = Pattern.compile("^Line [0-9]+: ");
        private static final Pattern STEP = Pattern.compile("(?<=.)(?=[/.\\[])");

        private static Wrong of(Trial.Found found) {
            String place = found.violation().pointer();
            String line = found.line() == 0 ? "" : "Line " + found.line();
            return new Wrong(
                    found.stage(),
                    line.isEmpty() && place.isEmpty() ? "The whole" : line,
                    place.isEmpty() ? List.of() : STEP.splitAsStream(place).toList(),
                    LINE.matcher(found.violation().problem()).replaceFirst(""),
                    found.violation().remedy());
        }
    }

    /// One text, line by line.
    ///
    /// @param more how many lines are not shown
    record Side(String name, List<Row> rows, long more) {

        private static Side of(String name, String text, Set<Integer> wrong) {
            List<String> lines = text.lines().toList();
            List<Row> rows =
                    IntStream.range(0, Math.min(MOST_LINES, lines.size()))
                            .mapToObj(i -> new Row(lines.get(i), wrong.contains(i + 1)))
                            .toList();
            return new Side(name, rows, lines.size() - rows.size());
        }
    }

    record Row(String text, boolean wrong) {}

    /// One line of the round trip.
    record Changed(String what, String text, boolean differs) {

        private static Changed of(Difference.Line line) {
            return switch (line.kind()) {
                case SAME -> new Changed("Same", line.text(), false);
                case GONE -> new Changed("Before", line.text(), true);
                case NEW -> new Changed("After", line.text(), true);
                case LEFT_OUT -> new Changed("Same", "…", false);
            };
        }
    }

    static TrialView of(Subject subject, Trial trial, Pasted.Form form) {
        Set<Integer> lines =
                trial.found().stream().map(Trial.Found::line).collect(Collectors.toSet());
        boolean there = subject.direction() == Direction.TO;
        Difference roundTrip = trial.roundTrip();
        return new TrialView(
                verdict(trial),
                trial.found().isEmpty() && roundTrip != null && roundTrip.isNone(),
                trial.found().stream().map(Wrong::of).toList(),
                Side.of(
                        "Canonical JSON",
                        there ? form.message() : trial.canonical(),
                        there ? lines : Set.of()),
                Side.of(
                        subject.format().name(),
                        there ? trial.wire() : form.message(),
                        there ? Set.of() : lines),
                roundTrip == null
                        ? List.of()
                        : roundTrip.near().stream().map(Changed::of).toList());
    }

    private static String verdict(Trial trial) {
        int wrong = trial.found().size();
        return wrong == 0
                ? "Nothing is wrong with it. " + roundTrip(trial.roundTrip())
                : (wrong == 1 ? "1 thing is wrong. " : wrong + " things are wrong. ")
                        + roundTrip(trial.roundTrip());
    }

    private static String roundTrip(@Nullable Difference difference) {
        if (difference == null) {
            return "It did not come as far as the round trip.";
        }
        return difference.isNone()
                ? "Same after the round trip."
                : difference.count() == 1
                        ? "1 line differs after the round trip."
                        : difference.count() + " lines differ after the round trip.";
    }
}
