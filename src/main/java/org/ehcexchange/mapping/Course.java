package org.ehcexchange.mapping;

import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.mapping.Format.Read;
import org.ehcexchange.mapping.Format.Written;
import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Mappings.Mapped;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One trial under way: what it came to, and what was found wrong.
final class Course {

    /// What a format takes from elsewhere, such as the directory, and brings back as it went.
    private static final List<String> ENVELOPE = List.of("conversationId", "from", "to");

    private final Mappings mappings;
    private final Subject subject;
    private final Map<String, Object> given;
    private final List<Trial.Found> found = new ArrayList<>();
    private @Nullable Pasted pasted;

    /// @param given facts that the source does not carry, as somebody gave them; empty where nobody
    ///     did
    Course(Mappings mappings, Subject subject, Map<String, Object> given) {
        this.mappings = mappings;
        this.subject = subject;
        this.given = given;
    }

    /// Canonical to the format, and back.
    Trial to(String text) {
        pasted = new Pasted(text);
        Optional<Map<String, Object>> tree = canonicalJson(text);
        tree.ifPresent(this::checkCanonical);
        Optional<String> wire = tree.flatMap(this::there);
        pasted = null;
        Optional<Map<String, Object>> again =
                tree.flatMap(source -> wire.flatMap(sent -> back(sent, source)));
        return trial(tree, wire.orElse(""), again);
    }

    /// The format to canonical; there again and back where nothing was wrong.
    Trial from(String text) {
        pasted = new Pasted(text);
        Optional<Map<String, Object>> tree = back(text, Map.of());
        tree.ifPresent(this::checkCanonical);
        pasted = null;
        Optional<Map<String, Object>> again =
                tree.filter(source -> found.isEmpty()).flatMap(this::thereAndBack);
        return trial(tree, text, again);
    }

    private Optional<Map<String, Object>> thereAndBack(Map<String, Object> source) {
        return there(source).flatMap(sent -> back(sent, source));
    }

    private Trial trial(
            Optional<Map<String, Object>> tree, String wire, Optional<Map<String, Object>> again) {
        String canonical = tree.map(Course::print).orElse("");
        return new Trial(
                found,
                canonical,
                wire,
                tree.flatMap(went -> again.map(came -> difference(went, came))).orElse(null));
    }

    /// In the published order; what is no message has none, and is put in one.
    private static Difference difference(Map<String, Object> went, Map<String, Object> came) {
        boolean ordered = isMessage(went) && isMessage(came);
        return ordered
                ? Difference.between(print(went), print(came))
                : Difference.between(ExampleTrees.print(went), ExampleTrees.print(came));
    }

    private static boolean isMessage(Map<String, Object> tree) {
        return CanonicalReader.read(tree) instanceof Reading.Valid;
    }

    /// In the published order, where it is a message.
    private static String print(Map<String, Object> canonical) {
        return PlainJson.print(
                CanonicalReader.read(canonical) instanceof Reading.Valid(var message)
                        ? CanonicalWriter.write(message)
                        : canonical);
    }

    private Optional<Map<String, Object>> canonicalJson(String text) {
        return switch (StrictJson.read(bytes(text))) {
            case StrictJson.Tree(var tree) -> Optional.of(tree);
            case StrictJson.NotJson(var why) -> none("Canonical JSON", List.of(why));
        };
    }

    private void checkCanonical(Map<String, Object> tree) {
        List<Violation> violations = new ArrayList<>();
        if (!subject.message().equals(tree.get("type"))) {
            violations.add(
                    new Violation(
                            "/type",
                            "This is another kind of message than the one chosen here.",
                            "Choose its own kind, or write %s.".formatted(subject.message())));
        }
        if (CanonicalReader.read(tree) instanceof Reading.Invalid(var why)) {
            violations.addAll(why);
        }
        tell("Canonical message", inTheSourcesTerms(violations));
    }

    /// A sender of the format is told in its own terms.
    private List<Violation> inTheSourcesTerms(List<Violation> violations) {
        Format format = subject.format();
        return subject.direction() == Direction.TO
                ? violations
                : format.ofCanonical(mappings.inTermsOf(format.agency(), violations));
    }

    private Optional<String> there(Map<String, Object> canonical) {
        return map(Direction.TO, canonical, facts(Direction.TO, canonical)).flatMap(this::write);
    }

    /// @param went the canonical message that it was before; empty where it was none
    private Optional<Map<String, Object>> back(String text, Map<String, Object> went) {
        return read(text)
                .flatMap(
                        tree -> {
                            Map<String, Object> facts = facts(Direction.FROM, tree);
                            ENVELOPE.stream()
                                    .filter(went::containsKey)
                                    .forEach(field -> facts.put(field, went.get(field)));
                            return map(Direction.FROM, tree, facts);
                        });
    }

    /// As given for what was pasted; else as the format makes them up.
    private Map<String, Object> facts(Direction direction, Map<String, Object> source) {
        return new LinkedHashMap<>(
                given.isEmpty() || direction != subject.direction() || pasted == null
                        ? subject.format().context(direction, source)
                        : given);
    }

    private Optional<Map<String, Object>> read(String text) {
        String stage = subject.format().name();
        return switch (subject.format().read(bytes(text))) {
            case Read.Not(var why) -> none(stage, why);
            case Read.Tree(var tree, var why) -> {
                if (subject.format().comesIn(subject.message())) {
                    tell(stage, why);
                }
                yield Optional.of(tree);
            }
        };
    }

    private Optional<String> write(Map<String, Object> tree) {
        return switch (subject.format().write(tree)) {
            case Written.Not(var why) -> none(subject.format().name(), why);
            case Written.Text(var text) -> Optional.of(text);
        };
    }

    private Optional<Map<String, Object>> map(
            Direction direction, Map<String, Object> source, Map<String, Object> facts) {
        Format format = subject.format();
        if (!subject.isMapped()) {
            return Optional.of(source);
        }
        return switch (mappings.map(format.agency(), subject.message(), direction, source, facts)) {
            case Mapped.Tree(var tree) -> Optional.of(tree);
            case Mapped.Refused(var why) ->
                    none("Mapping", direction == Direction.TO ? why : format.ofTree(why));
        };
    }

    private <T> Optional<T> none(String stage, List<Violation> why) {
        tell(stage, why);
        return Optional.empty();
    }

    private void tell(String stage, List<Violation> why) {
        Pasted source = pasted;
        why.stream()
                .map(
                        each ->
                                source == null
                                        ? new Trial.Found("Round trip: " + stage, 0, each)
                                        : new Trial.Found(stage, source.line(each), each))
                .forEach(found::add);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
