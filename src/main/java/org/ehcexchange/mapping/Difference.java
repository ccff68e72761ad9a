package org.ehcexchange.mapping;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Two texts beside each other, line by line.
///
/// @param lines of both, in order; what was comes before what came in its place
public record Difference(List<Line> lines) {

    private static final int AROUND = 2;

    public Difference {
        lines = List.copyOf(lines);
    }

    /// What became of one line.
    public enum Kind {
        SAME("  "),
        GONE("- "),
        NEW("+ "),
        /// Stands for lines that are the same and not near a change.
        LEFT_OUT("  ");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }
    }

    public record Line(Kind kind, String text) {

        boolean differs() {
            return kind == Kind.GONE || kind == Kind.NEW;
        }

        @Override
        public String toString() {
            return kind.mark + text;
        }
    }

    public static Difference between(String before, String after) {
        return new Difference(
                DiffUtils.diff(before.lines().toList(), after.lines().toList(), true)
                        .getDeltas()
                        .stream()
                        .flatMap(Difference::lines)
                        .toList());
    }

    private static Stream<Line> lines(AbstractDelta<String> delta) {
        var before = delta.getSource().getLines().stream();
        return delta.getType() == DeltaType.EQUAL
                ? before.map(line -> new Line(Kind.SAME, line))
                : Stream.concat(
                        before.map(line -> new Line(Kind.GONE, line)),
                        delta.getTarget().getLines().stream()
                                .map(line -> new Line(Kind.NEW, line)));
    }

    public boolean isNone() {
        return count() == 0;
    }

    /// How many lines are gone or new.
    public long count() {
        return lines.stream().filter(Line::differs).count();
    }

    /// The lines that differ, with two lines of what surrounds each.
    public List<Line> near() {
        List<Line> near = new ArrayList<>();
        boolean skipped = false;
        for (int i = 0; i < lines.size(); i++) {
            if (isNearChange(i)) {
                if (skipped) {
                    near.add(new Line(Kind.LEFT_OUT, "…"));
                }
                near.add(lines.get(i));
            }
            skipped = !isNearChange(i);
        }
        return near;
    }

    private boolean isNearChange(int index) {
        int from = Math.max(0, index - AROUND);
        int to = Math.min(lines.size(), index + AROUND + 1);
        return lines.subList(from, to).stream().anyMatch(Line::differs);
    }

    /// `-` what was, `+` what came.
    @Override
    public String toString() {
        return near().stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
