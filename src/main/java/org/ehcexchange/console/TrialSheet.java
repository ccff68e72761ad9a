package org.ehcexchange.console;

import org.ehcexchange.mapping.Format;
import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Subject;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One mapping that can be tried, as its page heads it.
///
/// @param source what is pasted
/// @param result what comes of it
record TrialSheet(
        String path,
        String title,
        String source,
        String result,
        String profile,
        List<String> examples,
        List<Subject.LeftOut> leftOut,
        boolean takesFacts) {

    private static final String CANONICAL = "Canonical JSON";

    static TrialSheet of(Subject subject) {
        boolean there = subject.direction() == Direction.TO;
        String format = subject.format().name();
        return new TrialSheet(
                path(subject),
                Words.plain(subject.message()),
                there ? CANONICAL : format,
                there ? format : CANONICAL,
                subject.profile(),
                subject.examples(),
                subject.leftOut(),
                subject.takesFacts());
    }

    private static String path(Subject subject) {
        return "/mappings/%s/%s/%s"
                .formatted(
                        subject.format().code(),
                        subject.message(),
                        subject.direction().name().toLowerCase(Locale.ROOT));
    }

    /// One format of the list.
    record InOneFormat(String name, List<Line> lines) {}

    /// One kind of message; a path is absent where there is no such mapping.
    record Line(String message, @Nullable String there, @Nullable String back) {}

    static List<InOneFormat> formats(List<Subject> subjects) {
        Map<Format, Map<String, List<Subject>>> all = new LinkedHashMap<>();
        subjects.forEach(
                subject ->
                        all.computeIfAbsent(subject.format(), each -> new LinkedHashMap<>())
                                .computeIfAbsent(subject.message(), each -> new ArrayList<>())
                                .add(subject));
        return all.entrySet().stream()
                .map(each -> new InOneFormat(each.getKey().name(), lines(each.getValue())))
                .toList();
    }

    private static List<Line> lines(Map<String, List<Subject>> byMessage) {
        return byMessage.entrySet().stream()
                .map(
                        each ->
                                new Line(
                                        Words.plain(each.getKey()),
                                        path(each.getValue(), Direction.TO),
                                        path(each.getValue(), Direction.FROM)))
                .toList();
    }

    private static @Nullable String path(List<Subject> subjects, Direction direction) {
        return subjects.stream()
                .filter(subject -> subject.direction() == direction)
                .map(TrialSheet::path)
                .findFirst()
                .orElse(null);
    }
}
