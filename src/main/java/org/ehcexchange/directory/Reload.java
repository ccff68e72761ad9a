package org.ehcexchange.directory;

import java.util.List;

/// How a reload of the directory ended.
public sealed interface Reload {

    /// The new directory is in use; `change` is empty when it reads as the old one did.
    record Replaced(DirectoryChanged change) implements Reload {}

    /// The new one has problems, so the old one stays, whole.
    record Refused(List<DirectoryProblem> problems) implements Reload {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
