package org.ehcexchange.console;

import org.ehcexchange.canonical.ChildNumbers;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a caseworker of the new authority says of a plan that has come.
///
/// @param decision `accept`, `query` or `decline`
/// @param why it is declined
/// @param responsible code of the authority that it should go to; blank where nobody says
record PlanDecision(
        @Nullable String decision,
        @Nullable String question,
        @Nullable String why,
        @Nullable String responsible) {

    static final PlanDecision NONE = new PlanDecision(null, null, null, null);

    private static final int LONGEST = 5000;

    boolean accepts() {
        return "accept".equals(decision);
    }

    boolean declines() {
        return "decline".equals(decision);
    }

    String asked() {
        return Words.orNothing(question).strip();
    }

    String reason() {
        return Words.orNothing(why).strip();
    }

    String right() {
        return Words.orNothing(responsible).strip();
    }

    List<Fault> faults() {
        if (accepts()) {
            return List.of();
        }
        if (declines()) {
            return faults("why", reason(), "Say why you decline");
        }
        return "query".equals(decision)
                ? faults("question", asked(), "Write your question")
                : List.of(
                        new Fault(
                                "decision",
                                "Choose whether you accept the plan, ask about it, or decline"
                                        + " it"));
    }

    /// What is wrong with words that go to another authority.
    static List<Fault> faults(String field, String words, String what) {
        if (words.isEmpty() || words.length() > LONGEST) {
            return List.of(new Fault(field, what + ", in 5,000 characters or fewer"));
        }
        return ChildNumbers.in(words)
                .map(number -> List.of(new Fault(field, "Say it without " + number)))
                .orElse(List.of());
    }
}
