package org.ehcexchange.api;

import org.ehcexchange.canonical.Violation;

import java.util.List;

/// A request that a door cannot take, found where no answer can be returned.
final class Refused extends RuntimeException {

    private final Problem problem;
    private final transient List<Violation> violations;

    Refused(Problem problem, Violation violation) {
        super(violation.problem());
        this.problem = problem;
        this.violations = List.of(violation);
    }

    Problem problem() {
        return problem;
    }

    List<Violation> violations() {
        return violations;
    }

    static Refused notFound() {
        return new Refused(
                Problem.NOT_FOUND,
                new Violation(
                        "",
                        "There is no such thing, or it is not your organisation's.",
                        "Check the id; ask for it with the credentials of a body that sent or"
                                + " received it."));
    }

    static Refused malformed(String pointer, String problem, String remedy) {
        return new Refused(Problem.MALFORMED, new Violation(pointer, problem, remedy));
    }
}
