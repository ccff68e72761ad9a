package org.ehcexchange.canonical;

import java.util.List;

/// What came of reading a tree as a canonical message: the message, or every violation at once.
public sealed interface Reading {

    /// A valid message.
    record Valid(EhcMessage message) implements Reading {}

    /// Everything that is wrong with it; never empty.
    record Invalid(List<Violation> violations) implements Reading {
        public Invalid {
            violations = List.copyOf(violations);
        }
    }
}
