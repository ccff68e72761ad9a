package org.ehcexchange.console;

import org.ehcexchange.canonical.ChildNumbers;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a caseworker of the new authority says of a plan that has come.
///
/// @param decision `accept` or `query`
record PlanDecision(@Nullable String decision, @Nullable String question) {

    private static final int LONGEST = 5000;

    boolean accepts() {
        return "accept".equals(decision);
    }

    String asked() {
        return question == null ? "" : question.strip();
    }

    List<Fault> faults() {
        if (accepts()) {
            return List.of();
        }
        if (!"query".equals(decision)) {
            return List.of(
                    new Fault("decision", "Choose whether you accept the plan or ask about it"));
        }
        if (asked().isEmpty() || asked().length() > LONGEST) {
            return List.of(
                    new Fault("question", "Write your question, in 5,000 characters or fewer"));
        }
        return ChildNumbers.in(asked())
                .map(number -> List.of(new Fault("question", "Ask without " + number)))
                .orElse(List.of());
    }
}
