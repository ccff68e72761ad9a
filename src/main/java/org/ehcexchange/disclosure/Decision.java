package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Violation;

import java.util.List;

/// What the gate decided.
public sealed interface Decision permits Cleared, Decision.Refused {

    /// It may not go; every reason, each with its remedy; never empty.
    record Refused(List<Violation> reasons) implements Decision {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
