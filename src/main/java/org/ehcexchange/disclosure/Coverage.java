package org.ehcexchange.disclosure;

import java.util.List;

/// Whether everybody is told who must be.
public sealed interface Coverage {

    record Complete() implements Coverage {}

    /// @param missing never empty
    record Incomplete(List<Missing> missing) implements Coverage {
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /// One who must be told and would not be.
    ///
    /// @param name of the responsible organisation where the directory knows it, else in words
    /// @param provision the law that wants them told
    /// @param problem a plain sentence
    record Missing(MustBeTold who, String name, String provision, String problem, String remedy) {}
}
