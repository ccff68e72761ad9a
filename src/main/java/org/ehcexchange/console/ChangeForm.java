package org.ehcexchange.console;

import org.ehcexchange.worktray.Entered.Day;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a person enters who says that a child's health commissioner (CCG/ICB) changes.
///
/// @param id of the change, so that saying it twice says it once
/// @param from the commissioner that was responsible; empty: the directory says, or it is their own
record ChangeForm(String id, String plan, String from, String to, Day changedOn, Day awareOn) {

    static ChangeForm of(MultiValueMap<String, String> fields) {
        return new ChangeForm(
                text(fields, "id"),
                text(fields, "plan"),
                text(fields, "from"),
                text(fields, "to"),
                day(fields, "changedOn"),
                day(fields, "awareOn"));
    }

    private static Day day(MultiValueMap<String, String> fields, String name) {
        return new Day(
                text(fields, name + "-day"),
                text(fields, name + "-month"),
                text(fields, name + "-year"));
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        return Words.orNothing(fields.getFirst(name)).strip();
    }

    /// As it is said to the exchange: what was left empty is left out.
    Map<String, Object> said() {
        Map<String, Object> said = new LinkedHashMap<>();
        put(said, "id", id);
        put(said, "plan", plan);
        put(said, "from", from);
        put(said, "to", to);
        put(said, "changedOn", changedOn.written());
        put(said, "awareOn", awareOn.written());
        return said;
    }

    private static void put(Map<String, Object> said, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            said.put(field, value);
        }
    }
}
