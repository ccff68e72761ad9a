package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// One object of the tree that is being written; what is absent or empty is left out.
final class Branch {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /// Text, a number, a flag or a branch as it is; anything else by its text.
    Branch put(String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Code code -> fields.put(name, code.code());
            case Number number -> fields.put(name, number);
            case Boolean flag -> fields.put(name, flag);
            case Branch branch -> fields.put(name, branch.fields);
            default -> fields.put(name, value.toString());
        }
        return this;
    }

    <T> Branch putAll(String name, List<T> values, Function<T, Object> each) {
        List<Object> written = new ArrayList<>();
        values.forEach(value -> written.add(each.apply(value)));
        if (!written.isEmpty()) {
            fields.put(name, written);
        }
        return this;
    }

    Map<String, Object> tree() {
        return fields;
    }
}
