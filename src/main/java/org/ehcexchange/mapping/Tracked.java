package org.ehcexchange.mapping;

import org.jspecify.annotations.Nullable;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// An object of the input that knows which of its fields were read. A null is an absent field.
final class Tracked extends AbstractMap<String, Object> {

    private final Map<String, Object> fields;
    private final Set<Object> read;

    private Tracked(Map<String, Object> fields) {
        this.fields = fields;
        this.read = HashSet.newHashSet(fields.size());
    }

    static Tracked of(Map<?, ?> source) {
        Map<String, Object> fields = LinkedHashMap.newLinkedHashMap(source.size());
        source.forEach(
                (name, value) -> {
                    if (value != null) {
                        fields.put(String.valueOf(name), wrap(value));
                    }
                });
        return new Tracked(fields);
    }

    private static Object wrap(Object value) {
        return switch (value) {
            case Map<?, ?> map -> of(map);
            case List<?> list -> wrapAll(list);
            default -> value;
        };
    }

    private static List<Object> wrapAll(List<?> list) {
        var items = new ArrayList<Object>(list.size());
        for (Object item : list) {
            if (item != null) {
                items.add(wrap(item));
            }
        }
        return items;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        read.add(name);
        return fields.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return fields.containsKey(name);
    }

    @Override
    public int size() {
        return fields.size();
    }

    /// Whoever walks the fields has read them all.
    @Override
    public Set<Entry<String, Object>> entrySet() {
        read.addAll(fields.keySet());
        return fields.entrySet();
    }

    /// Tells the JSON pointer of each field that was not read.
    void unread(String pointer, Consumer<String> each) {
        fields.forEach(
                (name, value) -> {
                    var here = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
                    if (read.contains(name)) {
                        unreadBelow(here, value, each);
                    } else {
                        each.accept(here);
                    }
                });
    }

    private static void unreadBelow(String pointer, Object value, Consumer<String> each) {
        if (value instanceof Tracked object) {
            object.unread(pointer, each);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                unreadBelow(pointer + "/" + i, list.get(i), each);
            }
        }
    }
}
