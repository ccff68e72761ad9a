package org.ehcexchange.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.github.f4b6a3.uuid.UuidCreator;

import org.ehcexchange.canonical.Violation;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// One evaluation of one mapping: its input, and the violations it collects.
final class Run {

    private final Map<String, CodeTable> tables;
    private final Tracked input;
    private final Map<String, Object> context;
    private final List<Violation> violations = new ArrayList<>();

    Run(Map<String, CodeTable> tables, Tracked input, Map<String, Object> context) {
        this.tables = tables;
        this.input = input;
        this.context = context;
    }

    List<Violation> violations() {
        return violations;
    }

    /// @throws JException when the expression itself fails on this input
    @Nullable Object evaluate(Jsonata expression) {
        var frame = expression.createFrame();
        frame.bind("context", context);
        frame.bind("code", new JFunction((at, args) -> code(args), null));
        frame.bind("canonical", new JFunction((at, args) -> canonical(args), null));
        frame.bind("refuse", new JFunction((at, args) -> refuse(args), null));
        frame.bind("uuid", new JFunction((at, args) -> uuid(args), null));
        return expression.evaluate(input, frame);
    }

    private @Nullable Object code(List<?> args) {
        var table = table(args);
        var word = argument(args, 1);
        return word == null
                ? null
                : known(
                        table,
                        table.wire(word).orElse(null),
                        table.canonicalWords(),
                        argument(args, 2));
    }

    private @Nullable Object canonical(List<?> args) {
        var table = table(args);
        var word = argument(args, 1);
        return word == null
                ? null
                : known(
                        table,
                        table.canonical(word).orElse(null),
                        table.wireWords(),
                        argument(args, 2));
    }

    private @Nullable String known(
            CodeTable table,
            @Nullable String found,
            Set<String> allowed,
            @Nullable String pointer) {
        if (found == null) {
            violations.add(
                    new Violation(
                            pointer == null ? "" : pointer,
                            "The code is not one of the table \"" + table.name() + "\".",
                            "Use one of: " + String.join(", ", allowed) + "."));
        }
        return found;
    }

    private CodeTable table(List<?> args) {
        var name = argument(args, 0);
        var table = name == null ? null : tables.get(name);
        if (table == null) {
            throw new MappingFault("there is no code table \"" + name + "\" in codes/");
        }
        return table;
    }

    private @Nullable Object refuse(List<?> args) {
        violations.add(new Violation(text(args, 0), text(args, 1), text(args, 2)));
        return null;
    }

    private Object uuid(List<?> args) {
        return UuidCreator.getNameBasedSha1(namespace(), text(args, 0)).toString();
    }

    private UUID namespace() {
        var given = context.get("messageId");
        var id = given == null ? input.get("messageId") : given;
        if (id == null) {
            throw new MappingFault("$uuid needs messageId in $context or in the input");
        }
        return UUID.fromString(id.toString());
    }

    private static String text(List<?> args, int index) {
        var text = argument(args, index);
        if (text == null) {
            throw new MappingFault("a function was called without its argument " + (index + 1));
        }
        return text;
    }

    private static @Nullable String argument(List<?> args, int index) {
        var value = index < args.size() ? args.get(index) : null;
        return value == null || value == Jsonata.NULL_VALUE ? null : value.toString();
    }
}
