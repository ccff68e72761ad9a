package org.ehcexchange.architecture;

import java.util.List;
import java.util.function.Function;

/// One rule for the text of a Java file: the file's text in, what breaks the rule out.
///
/// @param brokenBy a text that breaks it
record SourceRule(String name, Function<String, List<String>> faults, String brokenBy) {

    @Override
    public String toString() {
        return name;
    }
}
