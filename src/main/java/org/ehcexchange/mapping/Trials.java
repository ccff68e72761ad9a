package org.ehcexchange.mapping;

import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Subject.Sample;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Tries the mappings that are loaded now on a message that nobody sent; nothing is kept of it.
@Component
public final class Trials {

    private static final Comparator<Example> PASSING_FIRST =
            Comparator.comparing(Example::passes).reversed().thenComparing(Example::name);

    private final JsonataMappings mappings;
    private final List<Format> formats;

    Trials(JsonataMappings mappings, List<Format> formats) {
        this.mappings = mappings;
        this.formats = List.copyOf(formats);
    }

    /// All there is to try, by format.
    public List<Subject> subjects() {
        return formats.stream().flatMap(this::subjects).toList();
    }

    private Stream<Subject> subjects(Format format) {
        return format.agency().equals(MappingFolder.CANONICAL)
                ? Arrays.stream(MessageType.values()).map(type -> canonical(format, type))
                : mappings.set().mappings().values().stream()
                        .filter(mapping -> mapping.file().key().agency().equals(format.agency()))
                        .sorted(Comparator.comparing(mapping -> mapping.file().key().toString()))
                        .filter(mapping -> isTried(format, mapping.file().key()))
                        .map(mapping -> subject(format, mapping));
    }

    private static boolean isTried(Format format, MappingKey key) {
        return key.direction() == Direction.TO || format.comesIn(key.message());
    }

    private Subject canonical(Format format, MessageType type) {
        return new Subject(
                format,
                type.code(),
                Direction.FROM,
                "EHC Exchange canonical JSON, version 1",
                List.of(),
                CanonicalExamples.of(mappings.folder(), type.code()),
                false);
    }

    private Subject subject(Format format, Mapping mapping) {
        MappingKey key = mapping.file().key();
        return new Subject(
                format,
                key.message(),
                key.direction(),
                mapping.header().profile(),
                leftOut(key),
                examples(key).map(Example::name).toList(),
                examples(key).anyMatch(example -> !example.context().isEmpty()));
    }

    private List<Subject.LeftOut> leftOut(MappingKey key) {
        Mapping there =
                mappings.set()
                        .mappings()
                        .get(new MappingKey(key.agency(), key.message(), Direction.TO));
        return there == null
                ? List.of()
                : there.header().unread().entrySet().stream()
                        .map(each -> new Subject.LeftOut(each.getKey().text(), each.getValue()))
                        .sorted(Comparator.comparing(Subject.LeftOut::pointer))
                        .toList();
    }

    private Stream<Example> examples(MappingKey key) {
        return mappings.set().examples().stream()
                .filter(example -> example.key().equals(key))
                .sorted(PASSING_FIRST);
    }

    public Optional<Subject> find(String format, String message, Direction direction) {
        return subjects().stream()
                .filter(subject -> subject.format().code().equals(format))
                .filter(subject -> subject.message().equals(message))
                .filter(subject -> subject.direction() == direction)
                .findFirst();
    }

    /// Empty when there is no such example.
    public Optional<Sample> sample(Subject subject, String name) {
        if (!subject.isMapped()) {
            return CanonicalExamples.text(mappings.folder(), subject.message(), name)
                    .map(text -> new Sample(text, ""));
        }
        var key = new MappingKey(subject.format().agency(), subject.message(), subject.direction());
        return examples(key)
                .filter(example -> example.name().equals(name))
                .findFirst()
                .map(example -> sample(subject, example));
    }

    private static Sample sample(Subject subject, Example example) {
        Map<String, Object> context = example.context();
        return new Sample(
                text(subject, example.input()), context.isEmpty() ? "" : PlainJson.print(context));
    }

    private static String text(Subject subject, Map<String, Object> input) {
        if (subject.direction() == Direction.TO) {
            return PlainJson.print(input);
        }
        return switch (subject.format().write(input)) {
            case Format.Written.Text(var text) -> text;
            case Format.Written.Not not -> "";
        };
    }

    /// @param text as somebody pasted it
    /// @param facts that the text does not carry, as JSON; blank where nobody gave any
    public Trial run(Subject subject, String text, String facts) {
        return switch (StrictJson.read(
                (facts.isBlank() ? "{}" : facts).getBytes(StandardCharsets.UTF_8))) {
            case StrictJson.NotJson(var why) -> notRead(why);
            case StrictJson.Tree(var given) -> run(subject, text, given);
        };
    }

    private Trial run(Subject subject, String text, Map<String, Object> given) {
        var course = new Course(mappings, subject, given);
        return switch (subject.direction()) {
            case TO -> course.to(text);
            case FROM -> course.from(text);
        };
    }

    private static Trial notRead(Violation why) {
        return new Trial(List.of(new Trial.Found(Trial.FACTS, 0, why)), "", "", null);
    }
}
