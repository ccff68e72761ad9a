package org.ehcexchange.agency.health;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Arrival.Fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Everything that is wrong with one message, gathered so that it is told at once.
final class Findings {

    private static final List<Fault> GRAVEST_FIRST =
            List.of(Fault.FORBIDDEN, Fault.TOO_LARGE, Fault.MALFORMED, Fault.NOT_FOUND);

    private final List<Violation> violations = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /// The format, but against its rules.
    void add(String path, String problem, String remedy) {
        add(Fault.INVALID, path, problem, remedy);
    }

    void add(Fault fault, String path, String problem, String remedy) {
        faults.add(fault);
        violations.add(new Violation(path, problem, remedy));
    }

    boolean none() {
        return violations.isEmpty();
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    /// The one that the answer's status tells.
    Fault fault() {
        return faults.stream()
                .filter(GRAVEST_FIRST::contains)
                .min(Comparator.comparingInt(GRAVEST_FIRST::indexOf))
                .orElse(Fault.INVALID);
    }
}
