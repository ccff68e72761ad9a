package org.ehcexchange.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Mappings.Mapped;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One mapping file, compiled; any number of threads may run it at once.
///
/// @param expression never changed after loading: each run binds its names in a frame of its own
record Mapping(MappingFile file, Header header, Jsonata expression, Map<String, CodeTable> tables) {

    private static final Logger log = LoggerFactory.getLogger(Mapping.class);

    Mapped run(Map<String, Object> source, Map<String, Object> context) {
        var input = Tracked.of(source);
        var run = new Run(tables, input, context);
        Object result;
        try {
            result = run.evaluate(expression);
        } catch (JException failed) {
            return fault("JSONata " + failed.getError(), failed.getLocation());
        } catch (MappingFault fault) {
            return fault(fault.getMessage(), 0);
        } catch (ClassCastException | NullPointerException | IllegalArgumentException odd) {
            // The JSONata library answers some wrong types with these.
            return fault(odd.getClass().getSimpleName(), 0);
        }
        // Copying the result marks what it holds of the input as read, so it comes before the
        // check.
        var tree = plain(result);
        var violations = new ArrayList<>(run.violations());
        input.unread("", pointer -> addUnread(pointer, violations));
        if (!violations.isEmpty()) {
            return new Mapped.Refused(violations);
        }
        return tree instanceof Map<?, ?>
                ? new Mapped.Tree(typed(tree))
                : fault("the result is not an object", 0);
    }

    private void addUnread(String pointer, List<Violation> violations) {
        if (header.mayLeaveUnread(pointer)) {
            return;
        }
        violations.add(
                header.direction() == Direction.TO
                        ? new Violation(
                                pointer,
                                "The format has no place for this field here.",
                                "Carry it in the mapping, or name it under drops: with the reason.")
                        : new Violation(
                                pointer,
                                "This field is not known here.",
                                "Remove it; the format is " + header.profile() + "."));
    }

    /// Says where, never with what value: the library's own message may repeat one.
    private Mapped fault(@Nullable String reason, int position) {
        var place = file.place(position);
        log.warn("Mapping {} failed on a message: {}", place, reason);
        return new Mapped.Refused(
                List.of(
                        new Violation(
                                "",
                                "The mapping "
                                        + place
                                        + " could not map this message: "
                                        + reason
                                        + ".",
                                "Check the message against "
                                        + header.profile()
                                        + "; if it is right, the mapping needs mending.")));
    }

    /// Ordinary maps and lists, without the input's tracking and the library's own types.
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> asTree(map);
            case List<?> list -> asList(list);
            case Object other -> other == Jsonata.NULL_VALUE ? null : other;
        };
    }

    @SuppressWarnings("unchecked") // asTree made it
    private static Map<String, Object> typed(Object tree) {
        return (Map<String, Object>) tree;
    }

    private static Map<String, Object> asTree(Map<?, ?> map) {
        Map<String, Object> tree = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach(
                (name, value) -> {
                    var plain = plain(value);
                    if (plain != null) {
                        tree.put(String.valueOf(name), plain);
                    }
                });
        return tree;
    }

    private static List<Object> asList(List<?> list) {
        var items = new ArrayList<Object>(list.size());
        for (Object item : list) {
            var plain = plain(item);
            if (plain != null) {
                items.add(plain);
            }
        }
        return items;
    }
}
