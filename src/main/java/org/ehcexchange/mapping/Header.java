package org.ehcexchange.mapping;

import org.ehcexchange.mapping.Mappings.Direction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What the opening comment of a mapping file says about it.
///
/// @param profile the format, with its version, that the mapping was written against
/// @param unread input fields that the mapping may leave unread: pointer pattern to reason
record Header(
        String profile, String message, Direction direction, Map<PointerPattern, String> unread) {

    private static final Pattern COMMENT = Pattern.compile("\\A\\s*/\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("^([a-z]+):\\s*(.*)$");
    private static final Pattern POINTER = Pattern.compile("^(/\\S+)(?:\\s+(\\S.*))?$");

    /// Reads the header of a file named for `message` and `direction`, and adds what is wrong with
    /// it to `problems`.
    static Header read(MappingFile file, List<Problem> problems) {
        var comment = COMMENT.matcher(file.source());
        if (!comment.find()) {
            problems.add(
                    file.problem(
                            1, "no header: begin with /* profile: … message: … direction: … */"));
            return new Header("", file.key().message(), file.direction(), Map.of());
        }
        var lines = new Lines(file, problems);
        comment.group(1).lines().forEach(lines::take);
        return lines.header();
    }

    boolean mayLeaveUnread(String pointer) {
        return unread.keySet().stream().anyMatch(pattern -> pattern.covers(pointer));
    }

    /// Collects the lines of one header.
    private static final class Lines {
        private final MappingFile file;
        private final List<Problem> problems;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<PointerPattern, String> unread = new LinkedHashMap<>();
        private final List<String> known;
        private String key = "";
        private int number;

        Lines(MappingFile file, List<Problem> problems) {
            this.file = file;
            this.problems = problems;
            this.known = List.of("profile", "message", "direction", listName(file.direction()));
        }

        private static String listName(Direction direction) {
            return direction == Direction.TO ? "drops" : "ignores";
        }

        void take(String line) {
            number++;
            var text = line.strip().replaceFirst("^\\*\\s*", "");
            var start = KEY.matcher(text);
            if (start.matches()) {
                begin(start.group(1), start.group(2));
            } else if (text.startsWith("/") && key.equals(listName(file.direction()))) {
                addPointer(text);
            }
        }

        private void begin(String name, String value) {
            key = name;
            if (!known.contains(name)) {
                problem("header line \"" + name + ":\" is not one of " + String.join(", ", known));
            } else if (values.put(name, value.strip()) != null) {
                problem("header line \"" + name + ":\" is there twice");
            }
        }

        private void addPointer(String text) {
            var pointer = POINTER.matcher(text);
            if (!pointer.matches() || pointer.group(2) == null) {
                problem("a line under " + key + ": needs a JSON pointer and the reason");
                return;
            }
            unread.put(PointerPattern.of(pointer.group(1)), pointer.group(2));
        }

        Header header() {
            number = 1;
            expect("message", file.key().message());
            expect("direction", file.direction().name().toLowerCase(java.util.Locale.ROOT));
            var profile = values.getOrDefault("profile", "");
            if (profile.isEmpty()) {
                problem("the header has no profile: name the format and its version");
            }
            return new Header(
                    profile,
                    file.key().message(),
                    file.direction(),
                    Map.copyOf(new LinkedHashMap<>(unread)));
        }

        private void expect(String name, String value) {
            if (!value.equals(values.get(name))) {
                problem(
                        "the header must say \""
                                + name
                                + ": "
                                + value
                                + "\", as the file's name does");
            }
        }

        private void problem(String reason) {
            problems.add(file.problem(number, reason));
        }
    }

    /// The pointers that may be left unread, for reports and round trips.
    List<String> unreadPointers() {
        var pointers = new ArrayList<String>();
        unread.keySet().forEach(pattern -> pointers.add(pattern.text()));
        return pointers;
    }
}
