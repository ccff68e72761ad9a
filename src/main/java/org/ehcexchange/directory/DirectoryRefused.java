package org.ehcexchange.directory;

import java.util.List;
import java.util.stream.Collectors;

/// The directory cannot be used, so the exchange does not start.
public final class DirectoryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DirectoryRefused(String folder, List<DirectoryProblem> problems) {
        super(
                problems.stream()
                        .map(problem -> "  " + problem)
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "The directory in '"
                                                + folder
                                                + "' is refused. Correct every line below, or name"
                                                + " another folder in exchange.directory.folder,"
                                                + " then start again:\n",
                                        "")));
    }
}
