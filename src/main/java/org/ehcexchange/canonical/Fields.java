package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The fields of one object: reads those it is asked for and, at the end, refuses the others.
public final class Fields {

    /// A name is repeated back only if it looks like one: it might be somebody's.
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    /// Unknown fields are named up to here, so that the answer does not outgrow the message.
    private static final int MOST_OTHERS = 100;

    private final Place place;
    private final Map<?, ?> tree;
    private final Set<String> asked = new HashSet<>();

    Fields(Place place, Map<?, ?> tree) {
        this.place = place;
        this.tree = tree;
    }

    public boolean has(String name) {
        return tree.containsKey(name);
    }

    public <T> T required(String name, Kind<T> kind) {
        asked.add(name);
        if (has(name)) {
            return kind.read(place.at(name), tree.get(name));
        }
        place.at(name).note("The field " + name + " is missing.", "Send the field " + name + ".");
        return kind.standIn();
    }

    public <T> @Nullable T optional(String name, Kind<T> kind) {
        asked.add(name);
        return has(name) ? kind.read(place.at(name), tree.get(name)) : null;
    }

    /// A list that may be left out when it is empty.
    public <T> List<T> list(String name, Kind<T> item, int most) {
        List<T> items = optional(name, Kind.list(item, 0, most));
        return items == null ? List.of() : items;
    }

    /// @param path of names below this object, such as `ground/consent`
    public Place at(String path) {
        Place at = place;
        for (String name : path.split("/", -1)) {
            at = at.at(name);
        }
        return at;
    }

    /// The object itself.
    Place here() {
        return place;
    }

    public boolean sound(String... paths) {
        for (String path : paths) {
            if (!at(path).sound()) {
                return false;
            }
        }
        return true;
    }

    void refuseOthers() {
        List<String> others =
                tree.keySet().stream()
                        .map(String::valueOf)
                        .filter(n -> !asked.contains(n))
                        .toList();
        others.stream().limit(MOST_OTHERS).forEach(this::refuse);
        if (others.size() > MOST_OTHERS) {
            place.note(
                    "There are more fields here that this message does not have.",
                    "Leave out every field whose name is not in the published schema.");
        }
    }

    private void refuse(String name) {
        if (NAME.matcher(name).matches()) {
            place.at(name)
                    .note(
                            "There is no field " + name + " here.",
                            "Leave the field " + name + " out.");
        } else {
            place.note(
                    "There is a field here that this message does not have.",
                    "Leave out the field whose name is not in the published schema.");
        }
    }
}
