package org.ehcexchange.ledger.children;

import java.util.List;

/// What the record makes of the child of a first message.
public sealed interface Recognised {

    /// A child on record.
    record Same(ChildMatch.Known known) implements Recognised {}

    /// Nobody on record.
    record Unknown() implements Recognised {}

    /// Perhaps somebody on record, perhaps not: a person must say.
    ///
    /// @param why without values
    /// @param fields names of what differs or is in doubt; never empty
    record Doubtful(String why, List<String> fields) implements Recognised {
        public Doubtful {
            fields = List.copyOf(fields);
        }
    }
}
