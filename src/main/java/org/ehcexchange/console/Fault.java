package org.ehcexchange.console;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something wrong with what a person entered or did, as the page's summary says it.
///
/// A session keeps it from one page to the next.
///
/// @param field id of the field it is about; absent when it is about none
/// @param words what is wrong and what to do
record Fault(@Nullable String field, String words) implements Serializable {

    /// As the exchange says it.
    ///
    /// @param field id of the field it is about; absent when it is about none
    static Fault of(@Nullable String field, Violation why) {
        return new Fault(field, "%s %s".formatted(why.problem(), why.remedy()));
    }

    /// Why something was not accepted; none where it was.
    static List<Fault> of(Outcome outcome) {
        return outcome instanceof Outcome.NotAccepted(var fault, var violations)
                ? violations.stream().map(why -> of(null, why)).toList()
                : List.of();
    }

    /// What stands beside each field of the page.
    static Map<String, String> besideFields(Model model) {
        return model.getAttribute("faults") instanceof List<?> faults
                ? faults.stream()
                        .map(Fault.class::cast)
                        .filter(fault -> fault.field() != null)
                        .collect(
                                Collectors.toMap(
                                        fault -> String.valueOf(fault.field()),
                                        Fault::words,
                                        (one, other) -> one + " " + other))
                : Map.of();
    }

    static List<Fault> all(Stream<Fault> faults) {
        return faults.distinct().toList();
    }
}
