package org.ehcexchange.directory;

import java.util.List;

/// Which health commissioner (CCG/ICB) answers for an authority or a practice on a day.
public sealed interface Commissioner {

    record One(Organisation organisation) implements Commissioner {}

    /// Several serve the authority: the child's practice, or a person, decides between them.
    ///
    /// @param among at least two, ordered by code
    record Several(List<Organisation> among) implements Commissioner {
        public Several {
            among = List.copyOf(among);
        }
    }

    /// @param why a plain sentence that names the codes and says what to do
    record Nobody(String why) implements Commissioner {}
}
