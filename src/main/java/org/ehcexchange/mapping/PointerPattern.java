package org.ehcexchange.mapping;

import java.util.List;

/// A JSON pointer in which `+` stands for any one name or index; it covers all that is below it.
///
/// Not `*`, because a header is a comment, which the characters of `*` and `/` would end.
record PointerPattern(String text, List<String> steps) {

    static PointerPattern of(String text) {
        return new PointerPattern(text, steps(text));
    }

    boolean covers(String pointer) {
        var given = steps(pointer);
        if (given.size() < steps.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).equals("+") && !steps.get(i).equals(given.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> steps(String pointer) {
        return List.of(pointer.substring(1).split("/", -1));
    }
}
