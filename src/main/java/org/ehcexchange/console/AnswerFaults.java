package org.ehcexchange.console;

import org.ehcexchange.canonical.Violation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Says what is wrong with an answer as its form says it: the reader's pointers become the ids of
/// fields.
final class AnswerFaults {

    private static final Map<String, String> CLAUSES =
            Map.ofEntries(
                    Map.entry("needs", "what the child needs"),
                    Map.entry("outcomes", "what the outcomes are"),
                    Map.entry("provision", "which provision is needed"),
                    Map.entry("searched", "what you searched"),
                    Map.entry("searched/identifier", "what you searched by"),
                    Map.entry("searched/where", "where you searched"),
                    Map.entry("searched/on", "on which day you searched"),
                    Map.entry("reasons", "why you decline"),
                    Map.entry("reasons/code", "why you decline"),
                    Map.entry("reasons/text", "the reason in your own words"),
                    Map.entry("exception/kind", "which exception you rely on"),
                    Map.entry("exception/reason", "what happened"),
                    Map.entry("exception/from", "from which day it held"),
                    Map.entry("exception/to", "until which day it held"),
                    Map.entry("exception/author", "who vouches for it"),
                    Map.entry("expectedBy", "by when you expect to answer"));

    private static final Map<String, String> FIRST =
            Map.of(
                    "searched", "searched-0-identifier",
                    "reasons", "reasons-0-code",
                    "needs", "needs-0",
                    "outcomes", "outcomes-0",
                    "provision", "provision-0");

    private AnswerFaults() {}

    static List<Fault> of(List<Violation> violations) {
        return Fault.all(violations.stream().map(AnswerFaults::of));
    }

    private static Fault of(Violation violation) {
        String path = violation.pointer().replaceFirst("^/", "");
        String clause = CLAUSES.get(path.replaceAll("/[0-9]+", ""));
        return clause == null
                ? new Fault(null, "%s %s".formatted(violation.problem(), violation.remedy()))
                : new Fault(
                        FIRST.getOrDefault(path, path.replace('/', '-')),
                        words(clause, violation.problem()));
    }

    private static String words(String clause, String problem) {
        return problem.startsWith("The field ")
                ? "Say %s.".formatted(clause)
                : "%s: %s"
                        .formatted(
                                clause.substring(0, 1).toUpperCase(Locale.ROOT)
                                        + clause.substring(1),
                                problem);
    }
}
