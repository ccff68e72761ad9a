package org.ehcexchange.mapping;

import java.util.List;
import java.util.stream.Collectors;

/// The mapping files cannot be used; the message names each file, line and reason.
public final class BadMappings extends RuntimeException {

    BadMappings(List<Problem> problems) {
        super(
                problems.stream()
                        .map(Problem::toString)
                        .collect(
                                Collectors.joining("\n  ", "The mappings are not sound:\n  ", "")));
    }
}
