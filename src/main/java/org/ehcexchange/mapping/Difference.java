package org.ehcexchange.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The difference between two texts, line by line, with two lines of what surrounds it.
final class Difference {

    private static final int AROUND = 2;

    private final List<String> lines = new ArrayList<>();

    private Difference() {}

    /// Empty when they are equal; else `-` what was expected, `+` what came.
    static Optional<String> between(String expected, String actual) {
        if (expected.equals(actual)) {
            return Optional.empty();
        }
        var difference = new Difference();
        difference.compare(expected.lines().toList(), actual.lines().toList());
        return Optional.of(difference.text());
    }

    private void compare(List<String> expected, List<String> actual) {
        int[][] common = commonLengths(expected, actual);
        int i = 0;
        int j = 0;
        while (i < expected.size() || j < actual.size()) {
            if (i < expected.size() && j < actual.size() && expected.get(i).equals(actual.get(j))) {
                lines.add("  " + expected.get(i++));
                j++;
            } else if (j == actual.size()
                    || (i < expected.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + expected.get(i++));
            } else {
                lines.add("+ " + actual.get(j++));
            }
        }
    }

    /// Longest common subsequence of what follows each pair of lines.
    private static int[][] commonLengths(List<String> expected, List<String> actual) {
        int[][] lengths = new int[expected.size() + 1][actual.size() + 1];
        for (int i = expected.size() - 1; i >= 0; i--) {
            for (int j = actual.size() - 1; j >= 0; j--) {
                lengths[i][j] =
                        expected.get(i).equals(actual.get(j))
                                ? lengths[i + 1][j + 1] + 1
                                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }

    private String text() {
        var text = new StringBuilder();
        boolean skipped = false;
        for (int i = 0; i < lines.size(); i++) {
            if (isNearChange(i)) {
                text.append(skipped ? "  …\n" : "").append(lines.get(i)).append('\n');
                skipped = false;
            } else {
                skipped = true;
            }
        }
        return text.toString();
    }

    private boolean isNearChange(int index) {
        int from = Math.max(0, index - AROUND);
        int to = Math.min(lines.size(), index + AROUND + 1);
        return lines.subList(from, to).stream().anyMatch(line -> !line.startsWith("  "));
    }
}
