package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.Violation;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// How the rules say what is wrong.
final class Reasons {

    private Reasons() {}

    /// The words are put together only where something is wrong, which is seldom.
    static List<Violation> when(boolean broken, Supplier<Violation> breach) {
        return broken ? List.of(breach.get()) : List.of();
    }

    /// "authority or social-care".
    static String codes(Collection<? extends Code> codes) {
        return codes.stream()
                .map(Code::code)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
    }
}
