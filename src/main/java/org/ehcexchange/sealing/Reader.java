package org.ehcexchange.sealing;

import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Form;
import org.ehcexchange.canonical.Kind;
import org.ehcexchange.canonical.Parsed;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.mapping.StrictJson;
import org.ehcexchange.sealing.Flaw.Fault;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads signed JSON as strictly as any message, and says of each flaw where in the whole it is.
final class Reader {

    static final Kind<String> ANY_TEXT = Kind.text(Parsed.Value::new, "");

    private Reader() {}

    /// One JSON object, or everything that is wrong with it.
    ///
    /// @param place where the object is, such as `/header`; pointers go on from there
    static <T> Result<T> read(byte[] json, String place, Fault fault, Function<Fields, T> parts) {
        return switch (StrictJson.read(json)) {
            case StrictJson.NotJson(var why) ->
                    new Result.Flawed<>(List.of(flaw(why, place, Fault.MALFORMED)));
            case StrictJson.Tree(var tree) ->
                    switch (Form.read(tree, parts)) {
                        case Form.Sound<T>(T value) -> new Result.Sound<>(value);
                        case Form.Faulty<T>(var why) ->
                                new Result.Flawed<>(flaws(why, place, fault));
                    };
        };
    }

    static List<Flaw> flaws(List<Violation> violations, String place, Fault fault) {
        return violations.stream().map(violation -> flaw(violation, place, fault)).toList();
    }

    private static Flaw flaw(Violation why, String place, Fault fault) {
        return Flaw.of(fault, place + why.pointer(), why.problem(), why.remedy());
    }

    /// Exactly this text.
    static Kind<String> word(String word, String problem) {
        return Kind.text(
                text ->
                        text.equals(word)
                                ? new Parsed.Value<>(text)
                                : new Parsed.Problem<>(problem, "Send %s.".formatted(word)),
                word);
    }

    static Kind<String> formed(Pattern form, String problem, String remedy) {
        return Kind.text(
                text ->
                        form.matcher(text).matches()
                                ? new Parsed.Value<>(text)
                                : new Parsed.Problem<>(problem, remedy),
                "");
    }

    sealed interface Result<T> {
        record Sound<T>(T value) implements Result<T> {}

        record Flawed<T>(List<Flaw> flaws) implements Result<T> {}
    }
}
