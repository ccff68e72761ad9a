package org.ehcexchange.console;

import org.jspecify.annotations.Nullable;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/// Something wrong with what a person entered or did, as the page's summary says it.
///
/// A session keeps it from one page to the next.
///
/// @param field id of the field it is about; absent when it is about none
/// @param words what is wrong and what to do
record Fault(@Nullable String field, String words) implements Serializable {

    static List<Fault> all(Stream<Fault> faults) {
        return faults.distinct().toList();
    }
}
