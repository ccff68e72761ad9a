package org.ehcexchange.clock;

import java.util.List;
import java.util.stream.Collectors;

/// The time limits cannot be used, so the exchange does not start.
public final class RulesRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RulesRefused(String folder, List<String> problems) {
        super(
                problems.stream()
                        .map(problem -> "  " + problem)
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "The rules in '"
                                                + folder
                                                + "' are refused. Correct every line below, or name"
                                                + " another folder in exchange.clock.rules, then"
                                                + " start again:\n",
                                        "")));
    }
}
