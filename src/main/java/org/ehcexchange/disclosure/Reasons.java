package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.Violation;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// How the rules say what is wrong.
final class Reasons {

    private Reasons() {}

    static List<Violation> when(boolean broken, String pointer, String problem, String remedy) {
        return broken ? List.of(new Violation(pointer, problem, remedy)) : List.of();
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
