package org.ehcexchange.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An element while its document is read.
final class XmlElement {

    private final String name;
    private final String place;
    private final Map<String, Object> children = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String name, String place) {
        this.name = name;
        this.place = place;
    }

    /// Such as `/AdviceReturn/Advice/Needs/Need[2]`.
    String place() {
        return place;
    }

    /// The place of the next child of that name.
    String placeOf(String child) {
        int count = counts.merge(child, 1, Integer::sum);
        return place + "/" + child + (count == 1 ? "" : "[" + count + "]");
    }

    void attribute(String attribute, String value) {
        children.put(attribute, value);
    }

    void text(char[] characters) {
        text.append(characters);
    }

    boolean isMixed() {
        return hasChildren() && !text.toString().isBlank();
    }

    @SuppressWarnings("unchecked") // a list here is one this method made
    void add(XmlElement child) {
        var value = child.value();
        var earlier = children.get(child.name);
        switch (earlier) {
            case null -> children.put(child.name, value);
            case List<?> list -> ((List<Object>) list).add(value);
            default -> children.put(child.name, new ArrayList<>(List.of(earlier, value)));
        }
    }

    Map<String, Object> children() {
        return children;
    }

    private Object value() {
        return hasChildren() ? children : text.toString();
    }

    private boolean hasChildren() {
        return !children.isEmpty();
    }
}
